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

    private final Map<String, Judged> byId = new HashMap<>();
    private final Judged[] aboutOperations;
    private final boolean aboutPackets;

    /** A rule, and the last packet that looked like it. */
    private static final class Judged {
        private final Rule rule;
        private long packet = -1;

        Judged(Rule rule) {
            this.rule = rule;
        }
    }

    public Signatures(List<Rule> rules) {
        List<Judged> operations = new ArrayList<>();
        boolean packets = false;
        for (Rule rule : rules) {
            Judged judged = new Judged(rule);
            byId.put(rule.id(), judged);
            packets |= rule.packets();
            if (rule.operation() != null) {
                operations.add(judged);
            }
        }
        aboutPackets = packets;
        aboutOperations = operations.toArray(Judged[]::new);
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    /** Operations are looked at only where a rule is about them, and then all of them. */
    @Override
    public Set<Interest> interests() {
        Set<Interest> interests = EnumSet.noneOf(Interest.class);
        if (aboutPackets) {
            interests.add(Interest.LOGS);
        }
        if (aboutOperations.length > 0) {
            interests.add(Interest.EVERY_OPERATION);
        }
        return interests;
    }

    @Override
    public void log(Moment now, Observation record) {
        if (now.stage() == Stage.LEARNING
                || !(record instanceof Alert alert)
                || !alert.protocol().equals(FEED)) {
            return;
        }
        Judged judged = byId.get(alert.rule());
        if (judged != null && judged.rule.operation() == null) {
            claim(now, judged.rule);
        } else if (judged != null) {
            judged.packet = now.at().packet(); // told before what the packet says is read
        }
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        if (now.stage() == Stage.LEARNING) {
            return;
        }
        for (Judged judged : aboutOperations) {
            Rule rule = judged.rule;
            OperationTest test = rule.operation();
            if (test != null
                    && test.holds(operation)
                    && rule.header().test(now.at())
                    && (!rule.packets() || judged.packet == now.at().packet())) {
                claim(now, rule).item(words(operation));
            }
        }
    }

    private static String words(Operation operation) {
        String target = operation.target().label();
        return operation.service().label() + (target.isEmpty() ? "" : " " + target);
    }

    private static Claim claim(Moment now, Rule rule) {
        Claim claim =
                now.claim(DETECTION, now.at().source(), new Subject(now.at().destination(), ""), rule.id());
        if (claim.isNew()) {
            claim.title(rule.text())
                    .severity(rule.severity())
                    .confidence(0.6)
                    .techniques(rule.techniques())
                    .expected("nothing that the rule " + rule.id() + " describes")
                    .seen(now.at().source() + " sent it to " + now.at().destination());
        }
        return claim;
    }
}
