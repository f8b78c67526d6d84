// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.model.Finding;
import weir.server.identity.Permission;
import weir.server.imports.CannotTake;
import weir.server.imports.Import;
import weir.server.imports.Imports;
import weir.server.site.Origins;
import weir.server.site.Site;

/** Captures that come in, and packets that go out. */
final class ImportRoutes {

    private static final Access SEE = new Access.With(Permission.SEE_PLANT);
    private static final int LONGEST_NAME = 200;

    /** Packets before and after a finding that show how it came to it. */
    private static final int AROUND = 50;

    /** Packets of one download. */
    private static final int MOST_PACKETS = 10_000;

    private final Site site;
    private final Imports imports;

    ImportRoutes(Site site, Imports imports) {
        this.site = site;
        this.imports = imports;
    }

    List<Route> all() {
        return List.of(
                new Route(Route.Method.GET, "/api/v1/imports", SEE, this::imports),
                new Route(Route.Method.GET, "/api/v1/imports/{id}", SEE, this::importOf),
                new Route(Route.Method.POST, "/api/v1/imports", new Access.With(Permission.IMPORT), this::take),
                new Route(
                        Route.Method.GET,
                        "/api/v1/findings/{id}/packets",
                        new Access.With(Permission.SEE_PACKETS),
                        this::packets));
    }

    private Answer imports(Asked asked) {
        return Answer.json(
                200,
                Map.of("items", imports.all().stream().map(ImportRoutes::fields).toList()));
    }

    private Answer importOf(Asked asked) {
        String id = asked.place("id");
        return Answer.json(200, fields(imports.of(id).orElseThrow(() -> Problem.unknown("import", id))));
    }

    private static Map<String, Object> fields(Import one) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", one.id());
        fields.put("name", one.name());
        fields.put("state", one.state().word());
        fields.put("bytes", one.bytes());
        fields.put("position", one.position());
        fields.put("packets", one.packets());
        fields.put("problem", one.problem());
        return fields;
    }

    private Answer take(Asked asked) throws IOException {
        String name = asked.text("name");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Problem.wrong("'name' has to say in 1 to " + LONGEST_NAME + " letters what the file is called.");
        }
        try {
            return Answer.json(202, fields(imports.take(name, asked.body())));
        } catch (CannotTake no) {
            String detail = String.valueOf(no.getMessage());
            throw switch (no.why()) {
                case TOO_LARGE -> Problem.tooLarge(detail);
                case TOO_MANY -> Problem.conflict(detail);
                case NO_ROOM -> Problem.unable(detail);
            };
        }
    }

    /** The packets of a finding and some around them, as a capture. */
    private Answer packets(Asked asked) {
        String id = asked.place("id");
        Finding finding = site.glance().findings().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.unknown("finding", id));
        long first = Math.max(1, finding.firstPacket() - AROUND);
        long last = Math.min(finding.lastPacket() + AROUND, first + MOST_PACKETS - 1);
        List<Origins.Run> runs = site.origins(first, last);
        if (finding.firstPacket() == 0 || runs.isEmpty()) {
            throw Problem.unknown("packet of the finding", id);
        }
        return Answer.file(
                "finding-" + id.replaceAll("[^A-Za-z0-9._-]", "_") + ".pcapng",
                "application/octet-stream",
                to -> imports.excerpt(runs, to));
    }
}
