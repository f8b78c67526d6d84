// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.rule;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Limit;
import weir.analysis.detect.Limits;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Watched;
import weir.analysis.inventory.Families;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Severity;

/** A client that tries out which services a device has: many that it refuses or that nobody knows. */
public final class FunctionScans implements Detector {

    private static final Detection DETECTION = Detection.of("PR-18");

    /** Edges watched at once; the longest silent is forgotten first. */
    private static final int MOST_EDGES = 1024;

    private final Map<Edge, Set<String>> tried = new Watched<>(MOST_EDGES);

    private final int many;

    public FunctionScans() {
        this(Limits.USUAL);
    }

    public FunctionScans(Limits limits) {
        many = limits.of(Limit.REFUSED_SERVICES);
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
        boolean refused = operation.outcome().kind() == Outcome.Kind.REFUSED;
        String service = operation.service().label();
        boolean unknown = service.startsWith("function_") || service.startsWith("service_0x");
        if (!refused && !unknown || now.stage() == Stage.LEARNING || !Families.isIndustrial(operation.protocol())) {
            return;
        }
        Set<String> services = tried.computeIfAbsent(now.edge(), e -> new HashSet<>());
        if (services.size() < 256) {
            services.add(service);
        }
        if (services.size() >= many) {
            Claim claim = now.claim(DETECTION, "", "");
            if (claim.isNew()) {
                claim.title("Services of a device tried out")
                        .severity(Severity.MEDIUM)
                        .confidence(0.8)
                        .expected("clients know what their devices can do")
                        .seen(now.edge().client().address() + " asked "
                                + now.edge().server().address() + " in " + operation.protocol()
                                + " for services that it refuses or that nobody knows");
            }
            claim.item(service);
        }
    }
}
