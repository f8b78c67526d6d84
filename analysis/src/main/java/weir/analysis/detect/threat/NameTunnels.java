// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Limit;
import weir.analysis.detect.Limits;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Watched;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Severity;

/** Data carried in names that are looked up: many long, different names under one domain. */
public final class NameTunnels implements Detector {

    private static final Detection DETECTION = Detection.of("IT-08");

    /** Letters of the part of a name before its domain, on the average. */
    private static final int LONG = 16;

    /** Domains watched at once; the longest silent is forgotten first. */
    private static final int MOST_DOMAINS = 2048;

    private static final class Names {
        final Set<String> different = new HashSet<>();
        long letters;
    }

    private final Map<String, Names> domains = new Watched<>(MOST_DOMAINS);

    private final int many;

    public NameTunnels() {
        this(Limits.USUAL);
    }

    public NameTunnels(Limits limits) {
        many = limits.of(Limit.TUNNEL_NAMES);
    }

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
        if (!operation.protocol().equals("dns")
                || operation.phase() != Phase.REQUEST
                || habit.count() > 1
                || now.stage() == Stage.LEARNING) {
            return;
        }
        String name = operation.target().symbol();
        int dot = name.lastIndexOf('.');
        int cut = dot <= 0 ? -1 : name.lastIndexOf('.', dot - 1);
        if (cut <= 0 || name.endsWith(".arpa")) {
            return;
        }
        String domain = name.substring(cut + 1);
        Names names = domains.computeIfAbsent(now.at().client() + " " + domain, d -> new Names());
        if (names.different.size() < 512 && names.different.add(name)) {
            names.letters += cut;
        }
        int count = names.different.size();
        if (count >= many && names.letters / count >= LONG) {
            Claim claim = now.claim(DETECTION, "", domain);
            if (claim.isNew()) {
                claim.title("Data carried in names under " + domain)
                        .severity(Severity.MEDIUM)
                        .confidence(0.7)
                        .expected("a few short names under one domain")
                        .seen(now.at().client() + " looked up " + count + " different names under it, of "
                                + names.letters / count + " letters on the average, such as " + name);
            }
        }
    }
}
