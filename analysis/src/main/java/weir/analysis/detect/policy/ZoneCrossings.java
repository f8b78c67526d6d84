// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.policy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Watched;
import weir.analysis.detect.Wording;
import weir.model.Contact;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Severity;

/** Talk between two zones that no conduit allows, or a deed that the conduit does not. */
public final class ZoneCrossings implements Detector {

    private static final Detection DETECTION = Detection.of("BL-15");

    /** Edges of which it is remembered what they may; the longest silent is forgotten first. */
    private static final int MOST = 20_000;

    /**
     * Where an edge goes.
     *
     * @param crosses it leaves its zone
     * @param conduits those that join both zones
     */
    private record Crossing(boolean crosses, String from, String to, List<Conduit> conduits) {}

    private final PlantPolicy policy;
    private final Map<Edge, Crossing> edges = new Watched<>(MOST);

    public ZoneCrossings(PlantPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return policy.zones().isEmpty() ? Set.of() : Set.of(Interest.CONTACTS, Interest.OPERATIONS);
    }

    @Override
    public void contact(Moment now, Contact contact) {
        Crossing crossing = crossing(now.edge());
        boolean carried = crossing.conduits().stream().anyMatch(c -> c.carries(contact.protocol()));
        if (!crossing.crosses() || carried) {
            return;
        }
        Claim claim = claim(now, crossing, crossing.conduits().isEmpty() ? Severity.HIGH : Severity.MEDIUM);
        if (!contact.protocol().isEmpty()) {
            claim.item("in " + contact.protocol());
        }
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        Crossing crossing = crossing(now.edge());
        if (!crossing.crosses() || operation.phase() == Phase.RESPONSE) {
            return;
        }
        boolean allowed = crossing.conduits().stream().anyMatch(c -> c.allows(operation.protocol(), habit.deed()));
        if (!allowed) {
            claim(now, crossing, habit.deed().isChange() ? Severity.HIGH : Severity.MEDIUM)
                    .item(Wording.of(operation));
        }
    }

    private Crossing crossing(Edge edge) {
        Crossing known = edges.get(edge);
        if (known != null) {
            return known;
        }
        String from = policy.zone(edge.client().address());
        String to = policy.zone(edge.server().address());
        boolean crosses = !from.isEmpty() && !to.isEmpty() && !from.equals(to);
        Crossing crossing = crosses
                ? new Crossing(
                        true,
                        from,
                        to,
                        policy.conduits().stream()
                                .filter(c -> c.joins(from, to))
                                .toList())
                : new Crossing(false, "", "", List.of());
        edges.put(edge, crossing);
        return crossing;
    }

    private static Claim claim(Moment now, Crossing crossing, Severity severity) {
        Claim claim = now.claim(DETECTION, "", crossing.from() + " to " + crossing.to());
        if (claim.isNew()) {
            claim.title("Forbidden talk from zone " + crossing.from() + " to zone " + crossing.to())
                    .severity(severity)
                    .confidence(0.9)
                    .expected("only what the conduits of the policy allow")
                    .seen(now.at().client() + " to " + now.at().server());
        } else if (severity.compareTo(claim.severity()) > 0) {
            claim.severity(severity);
        }
        return claim;
    }
}
