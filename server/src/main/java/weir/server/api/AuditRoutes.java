// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.server.audit.AuditPage;
import weir.server.audit.AuditVerifier;
import weir.server.identity.Permission;
import weir.store.Store;

/** Who did what, the latest first. */
final class AuditRoutes {

    private static final Access SEE = new Access.With(Permission.SEE_AUDIT);

    private final Store store;

    AuditRoutes(Store store) {
        this.store = store;
    }

    List<Route> all() {
        return List.of(
                new Route(Route.Method.GET, "/api/v1/audit", SEE, this::audit),
                new Route(Route.Method.GET, "/api/v1/audit/log", SEE, this::log));
    }

    /** All of it, as {@code weir audit verify} proves it. */
    private Answer log(Asked asked) {
        return Answer.file(
                "audit.jsonl",
                "application/jsonl",
                to -> store.look(view -> {
                    Writer lines = new OutputStreamWriter(to, StandardCharsets.UTF_8);
                    AuditVerifier.export(view, lines);
                    lines.flush();
                    return true;
                }));
    }

    private Answer audit(Asked asked) throws IOException {
        long before = asked.number("cursor", 0, 1, Long.MAX_VALUE);
        int most = (int) asked.number("limit", 100, 1, 1000);
        AuditPage page = store.look(view -> AuditPage.read(view, before, most));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("items", page.entries().stream().map(AuditRoutes::fields).toList());
        if (page.next() > 0) {
            fields.put("next", Long.toString(page.next()));
        }
        return Answer.json(200, fields);
    }

    private static Map<String, Object> fields(AuditPage.Said said) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", said.number());
        fields.put("time", said.time());
        fields.put("actor", said.actor());
        fields.put("act", said.act());
        fields.put("object", said.object());
        fields.put("outcome", said.outcome());
        fields.put("address", said.address());
        fields.put("detail", said.detail());
        return fields;
    }
}
