// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.sigma;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.model.Address;
import weir.model.Contact;
import weir.model.HostEvent;
import weir.model.Login;
import weir.model.Observation;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Subject;

/** Rules in Sigma that others wrote, judged on logs and on what crosses the wire. */
public final class SigmaRules implements Detector {

    private static final Detection DETECTION = Detection.of("RU-01");

    /** Characters shown of one value. */
    private static final int LONGEST_SHOWN = 200;

    private final Map<Evidence.Told, List<SigmaRule>> rules = new EnumMap<>(Evidence.Told.class);

    public SigmaRules(List<SigmaRule> rules) {
        for (SigmaRule rule : rules) {
            for (Evidence.Told told : rule.logsource().told()) {
                this.rules.computeIfAbsent(told, t -> new ArrayList<>()).add(rule);
            }
        }
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    /** Only what a rule looks at. */
    @Override
    public Set<Interest> interests() {
        Set<Interest> interests = EnumSet.noneOf(Interest.class);
        for (Evidence.Told told : rules.keySet()) {
            interests.add(
                    switch (told) {
                        case HOST -> Interest.LOGS;
                        case LOGIN -> Interest.LOGINS;
                        case CONTACT -> Interest.CONTACTS;
                        case NAME, OPERATION -> Interest.OPERATIONS;
                    });
        }
        return interests;
    }

    @Override
    public void log(Moment now, Observation record) {
        if (record instanceof HostEvent event && asked(Evidence.Told.HOST, now)) {
            Address host = now.at().source();
            judge(now, Evidence.of(event), host, new Subject(host, event.host()));
        }
    }

    @Override
    public void login(Moment now, Login login) {
        if (asked(Evidence.Told.LOGIN, now)) {
            judge(now, Evidence.of(now.at(), login), now.at().client(), login.subject());
        }
    }

    @Override
    public void contact(Moment now, Contact contact) {
        if (contact.state() == Contact.State.OPENED && asked(Evidence.Told.CONTACT, now)) {
            judge(now, Evidence.of(now.at(), contact), now.at().client(), server(now));
        }
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        if (operation.phase() == Phase.RESPONSE) {
            return;
        }
        if (operation.protocol().equals("dns") && asked(Evidence.Told.NAME, now)) {
            judge(
                    now,
                    Evidence.name(now.at(), operation.target().symbol()),
                    now.at().client(),
                    server(now));
        }
        if (asked(Evidence.Told.OPERATION, now)) {
            judge(now, Evidence.of(now.at(), operation), now.at().client(), server(now));
        }
    }

    private boolean asked(Evidence.Told told, Moment now) {
        return now.stage() != Stage.LEARNING && rules.containsKey(told);
    }

    private static Subject server(Moment now) {
        return new Subject(now.at().server(), "");
    }

    private void judge(Moment now, Evidence evidence, Address source, Subject target) {
        for (SigmaRule rule : rules.getOrDefault(evidence.told(), List.of())) {
            if (rule.logsource().covers(evidence) && rule.condition().holds(evidence)) {
                claim(now.claim(DETECTION, source, target, rule.id()), rule, evidence);
            }
        }
    }

    private static void claim(Claim claim, SigmaRule rule, Evidence evidence) {
        if (claim.isNew()) {
            claim.title(rule.title())
                    .severity(rule.severity())
                    .confidence(0.6)
                    .techniques(rule.techniques())
                    .expected("no record to which the rule " + rule.id() + " applies")
                    .seen("a record has what the rule names");
            if (!rule.benignIf().isEmpty()) {
                claim.benignIf(rule.benignIf());
            }
        }
        Map<String, String> shown = new LinkedHashMap<>();
        rule.condition().show(evidence, shown);
        StringBuilder text = new StringBuilder();
        shown.forEach((field, value) -> text.append(text.isEmpty() ? "" : ", ")
                .append(field)
                .append('=')
                .append(value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "..." : value));
        claim.item(text.toString());
    }
}
