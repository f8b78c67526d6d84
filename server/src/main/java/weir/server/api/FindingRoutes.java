// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.util.List;
import java.util.function.Predicate;
import weir.model.Asset;
import weir.model.Finding;
import weir.model.Severity;
import weir.server.identity.Permission;
import weir.server.json.Json;
import weir.server.output.findings.FindingLines;
import weir.server.site.Glance;
import weir.server.site.Site;

/** What detection claims. */
final class FindingRoutes {

    private static final Access SEE = new Access.With(Permission.SEE_PLANT);

    private final Site site;

    FindingRoutes(Site site) {
        this.site = site;
    }

    List<Route> all() {
        return List.of(
                new Route(Route.Method.GET, "/api/v1/findings", SEE, this::findings),
                new Route(Route.Method.GET, "/api/v1/findings/{id}", SEE, this::finding));
    }

    private Answer findings(Asked asked) {
        Glance glance = site.glance();
        Severity least = asked.word("severity", Severity.class);
        String detector = asked.text("detector");
        Asset asset = asked.text("asset").isEmpty() ? null : glance.asset(asked.text("asset"));
        boolean everywhere = asked.text("asset").isEmpty();
        Predicate<Finding> wanted = f -> f.severity().compareTo(least) >= 0
                && (detector.isEmpty() || f.detector().equals(detector))
                && (everywhere || f.assets().stream().anyMatch(a -> asset != null && asset == glance.asset(a)));
        return Page.of(glance.findings(), f -> Page.latestFirst(f.start(), f.id()), wanted, asked)
                .answer((json, f) -> Json.object(json, FindingLines.fields(f)));
    }

    private Answer finding(Asked asked) {
        return Answer.json(200, FindingLines.fields(known(asked.place("id"))));
    }

    private Finding known(String id) {
        return site.glance().findings().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.unknown("finding", id));
    }
}
