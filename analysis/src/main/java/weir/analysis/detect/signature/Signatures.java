// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.signature;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.model.Alert;
import weir.model.Observation;
import weir.model.Operation;
import weir.model.Subject;

/** Intrusion rules that others wrote: those about operations are judged here, those about packets told as alerts. */
public final class Signatures implements Detector {

    private static final Detection DETECTION = Detection.of("RU-02");

    /** As what an alert about a packet is told. */
    private static final String FEED = "signature";

    private final Map<String, Rule> byId = new HashMap<>();
    private final List<Rule> aboutOperations = new ArrayList<>();

    public Signatures(List<Rule> rules) {
        for (Rule rule : rules) {
            byId.put(rule.id(), rule);
            if (rule.operation() != null) {
                aboutOperations.add(rule);
            }
        }
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    /** Operations are looked at only where a rule is about them, and then all of them. */
    @Override
    public Set<Interest> interests() {
        Set<Interest> interests = EnumSet.noneOf(Interest.class);
        if (byId.size() > aboutOperations.size()) {
            interests.add(Interest.LOGS);
        }
        if (!aboutOperations.isEmpty()) {
            interests.add(Interest.EVERY_OPERATION);
        }
        return interests;
    }

    @Override
    public void log(Moment now, Observation record) {
        if (record instanceof Alert alert && alert.protocol().equals(FEED)) {
            Rule rule = byId.get(alert.rule());
            if (rule != null) {
                claim(now, rule);
            }
        }
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        for (Rule rule : aboutOperations) {
            OperationTest test = rule.operation();
            if (test != null && test.holds(operation) && rule.header().test(now.at())) {
                claim(now, rule)
                        .item(operation.service().label() + " "
                                + operation.target().label());
            }
        }
    }

    private static Claim claim(Moment now, Rule rule) {
        Claim claim =
                now.claim(DETECTION, now.at().source(), new Subject(now.at().destination(), ""), rule.id());
        if (claim.isNew()) {
            claim.title(rule.text())
                    .severity(rule.severity())
                    .confidence(now.stage() == Stage.LEARNING ? 0.3 : 0.6)
                    .techniques(rule.techniques())
                    .expected("nothing that the rule " + rule.id() + " describes")
                    .seen(now.at().source() + " sent it to " + now.at().destination());
        }
        return claim;
    }
}
