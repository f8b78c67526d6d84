// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import weir.model.Finding;
import weir.model.Severity;
import weir.server.casework.Casework;
import weir.server.casework.Handled;
import weir.server.casework.Handling;
import weir.server.casework.NotArranged;
import weir.server.identity.Permission;
import weir.server.json.Json;
import weir.server.output.findings.FindingLines;
import weir.server.output.findings.IncidentLines;
import weir.server.site.Site;

/** Incidents, and the work on them. */
final class IncidentRoutes {

    private static final Access SEE = new Access.With(Permission.SEE_PLANT);
    private static final Access HANDLE = new Access.With(Permission.HANDLE_INCIDENTS);
    private static final int MOST_LETTERS = 4000;
    private static final int MOST_AT_ONCE = 100;

    private final Site site;
    private final Casework work;
    private final InstantSource clock;

    IncidentRoutes(Site site, Casework work, InstantSource clock) {
        this.site = site;
        this.work = work;
        this.clock = clock;
    }

    List<Route> all() {
        return List.of(
                new Route(Route.Method.GET, "/api/v1/incidents", SEE, this::incidents),
                new Route(Route.Method.GET, "/api/v1/incidents/{id}", SEE, this::incident),
                post("/api/v1/incidents/{id}/owner", this::assign),
                post("/api/v1/incidents/{id}/close", this::close),
                post("/api/v1/incidents/{id}/reopen", this::reopen),
                post("/api/v1/incidents/{id}/comments", this::comment),
                post("/api/v1/incidents/{id}/join", this::join),
                post("/api/v1/incidents/{id}/part", this::part),
                post("/api/v1/incidents/{id}/undo", this::undo));
    }

    private static Route post(String path, Route.Handler handler) {
        return new Route(Route.Method.POST, path, HANDLE, handler);
    }

    private Answer incidents(Asked asked) throws IOException {
        Severity least = asked.word("severity", Severity.class);
        String state = asked.text("state");
        Predicate<Handled> wanted = h -> h.incident().severity().compareTo(least) >= 0
                && (state.isEmpty() || h.handling().state().name().equalsIgnoreCase(state));
        return Page.of(arranged(), h -> Page.latestFirst(h.incident().start(), h.id()), wanted, asked)
                .answer((json, h) -> Json.object(json, fields(h)));
    }

    private List<Handled> arranged() throws IOException {
        return work.of(site.glance().incidents());
    }

    private Handled known(String id) throws IOException {
        return arranged().stream()
                .filter(h -> h.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.unknown("incident", id));
    }

    private static Map<String, Object> fields(Handled h) {
        Map<String, Object> fields = new LinkedHashMap<>(IncidentLines.fields(h.incident()));
        fields.put("state", h.handling().state().name().toLowerCase(Locale.ROOT));
        fields.put("owner", h.handling().owner());
        fields.put("reason", h.handling().reason());
        fields.put("comments", h.handling().comments().size());
        fields.put("joined", h.joined());
        fields.put("partOf", h.partOf());
        return fields;
    }

    /** With its findings and what was said of it, whole. */
    private Answer incident(Asked asked) throws IOException {
        return whole(asked.place("id"));
    }

    private Answer whole(String id) throws IOException {
        Handled h = known(id);
        Map<String, Object> fields = fields(h);
        fields.put(
                "findings",
                h.incident().findings().stream().map(FindingLines::fields).toList());
        fields.put(
                "comments",
                h.handling().comments().stream()
                        .map(c -> Map.of("who", c.who(), "time", c.time(), "text", c.text()))
                        .toList());
        return Answer.json(200, fields);
    }

    private Answer assign(Asked asked) throws IOException {
        String id = known(asked.place("id")).id();
        work.assign(id, asked.fields().text("owner", 200, ""));
        return whole(id);
    }

    private Answer close(Asked asked) throws IOException {
        Handled h = known(asked.place("id"));
        work.close(
                h.id(),
                asked.fields().text("reason", MOST_LETTERS),
                h.incident().end());
        return whole(h.id());
    }

    private Answer reopen(Asked asked) throws IOException {
        String id = known(asked.place("id")).id();
        work.reopen(id);
        return whole(id);
    }

    private Answer comment(Asked asked) throws IOException {
        String id = known(asked.place("id")).id();
        String text = asked.fields().text("text", MOST_LETTERS);
        if (!work.comment(id, new Handling.Comment(asked.who().name(), clock.millis(), text))) {
            throw Problem.conflict("So much was said of this incident that no more is kept.");
        }
        return whole(id);
    }

    private Answer join(Asked asked) throws IOException {
        String id = known(asked.place("id")).id();
        List<String> others = asked.fields().texts("incidents", MOST_AT_ONCE);
        for (String other : others) {
            known(other);
        }
        try {
            work.join(id, others);
        } catch (NotArranged e) {
            throw Problem.conflict(String.valueOf(e.getMessage()));
        }
        return whole(id);
    }

    private Answer part(Asked asked) throws IOException {
        Handled h = known(asked.place("id"));
        List<String> own = h.incident().findings().stream().map(Finding::id).toList();
        List<String> out = asked.fields().texts("findings", MOST_AT_ONCE);
        if (!own.containsAll(out) || out.containsAll(own)) {
            throw Problem.wrong("'findings' has to hold some findings of this incident, and not all.");
        }
        return whole(work.part(h.id(), out));
    }

    /** Takes back that it was joined to another, or parted from one. */
    private Answer undo(Asked asked) throws IOException {
        String id = asked.place("id");
        boolean undone = work.takeApart(id) | work.putBack(id);
        if (!undone) {
            throw Problem.unknown("arrangement of incident", id);
        }
        return Answer.nothing();
    }
}
