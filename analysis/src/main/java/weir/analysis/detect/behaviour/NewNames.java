// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.behaviour;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Baseline;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Remembers;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Watched;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Address;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Severity;
import weir.model.Subject;

/** A station of the plant floor that looks up a domain nobody looked up before, or one that answers to any name. */
public final class NewNames implements Detector, Remembers {

    private static final Detection DETECTION = Detection.of("BL-14");

    /** Kind of fact in the baseline: domains that are looked up. */
    private static final String DOMAIN = "domain looked up";

    /** Hosts watched for what names they answer to; the longest silent is forgotten first. */
    private static final int MOST_HOSTS = 1024;

    /** Names that one host may have. */
    private static final int OWN_NAMES = 4;

    private final Map<Address, Set<String>> answers = new Watched<>(MOST_HOSTS);

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.OPERATIONS);
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        String name = operation.target().symbol();
        if (name.isEmpty()) {
            return;
        }
        switch (operation.protocol()) {
            case "dns" -> {
                if (operation.phase() == Phase.REQUEST) {
                    lookup(now, domain(name));
                }
            }
            case "llmnr", "nbns" -> {
                if (operation.phase() == Phase.RESPONSE) {
                    answer(now, name);
                }
            }
            default -> {}
        }
    }

    /** The last two labels; "" for names of the site itself and for addresses turned round. */
    private static String domain(String name) {
        int dot = name.lastIndexOf('.');
        int cut = dot <= 0 ? -1 : name.lastIndexOf('.', dot - 1);
        boolean own = dot < 0 || name.endsWith(".arpa") || name.endsWith(".local") || name.endsWith(".lan");
        return own ? "" : name.substring(cut + 1);
    }

    private static void lookup(Moment now, String domain) {
        if (domain.isEmpty() || !now.baseline().known(DOMAIN, domain).isEmpty()) {
            return;
        }
        if (!now.knowsNormal()) {
            now.baseline().fact(DOMAIN, domain, "1");
            return;
        }
        Edge edge = now.edge();
        if (!edge.client().isDevice() && !edge.client().isMaster()) {
            return;
        }
        Address who = edge.client().address();
        Claim claim = now.claim(DETECTION, who, new Subject(who, ""), "looks up");
        if (claim.isNew()) {
            claim.title("Station of the plant looks up a new domain")
                    .severity(edge.client().isDevice() ? Severity.MEDIUM : Severity.LOW)
                    .confidence(0.5)
                    .expected("domains that somebody here looked up while learning")
                    .seen(who + " looked up");
        }
        claim.item(domain);
    }

    @Override
    public String section() {
        return "names";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(StateWriter out, Baseline known) throws IOException {
        out.number(answers.size());
        for (Map.Entry<Address, Set<String>> host : answers.entrySet()) {
            out.address(host.getKey());
            out.number(host.getValue().size());
            for (String name : host.getValue().stream().sorted().toList()) {
                out.text(name);
            }
        }
    }

    @Override
    public void read(StateReader in, Baseline known) throws IOException {
        for (int i = in.count(MOST_HOSTS); i > 0; i--) {
            Set<String> names = answers.computeIfAbsent(in.address(), a -> new HashSet<>());
            for (int j = in.count(OWN_NAMES + 1); j > 0; j--) {
                names.add(in.text());
            }
        }
    }

    private void answer(Moment now, String name) {
        if (now.stage() == Stage.LEARNING) {
            return;
        }
        Address who = now.at().source();
        Set<String> names = answers.computeIfAbsent(who, w -> new HashSet<>());
        if (names.size() <= OWN_NAMES) {
            names.add(name);
        }
        if (names.size() > OWN_NAMES) {
            Claim claim = now.claim(DETECTION, who, new Subject(who, ""), "answers");
            if (claim.isNew()) {
                claim.title("A host answers to the names of others")
                        .severity(Severity.HIGH)
                        .confidence(0.7)
                        .expected("a host answers to its own names only")
                        .seen(who + " answered to " + names.size() + " names")
                        .alsoTechniques(List.of("T0830"));
                names.stream().sorted().forEach(claim::item);
            }
        }
    }
}
