// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import weir.server.identity.Permission;
import weir.server.imports.Import;
import weir.server.imports.Imports;
import weir.server.json.Json;
import weir.server.site.Glance;
import weir.server.site.Site;
import weir.server.yaml.PlainYaml;

/** The server itself: whether it is well, what it can be asked, and when there is news. */
final class ServerRoutes {

    /** Live views at once. */
    private static final int MOST_VIEWS = 200;

    private static final int LOOK_EACH_MILLIS = 1_000;

    /** Looks without news after which something is sent, so that a connection that broke is noticed. */
    private static final int QUIET = 15;

    private final Site site;
    private final Imports imports;
    private final Entrance entrance;
    private final Semaphore views = new Semaphore(MOST_VIEWS);

    ServerRoutes(Site site, Imports imports, Entrance entrance) {
        this.site = site;
        this.imports = imports;
        this.entrance = entrance;
    }

    List<Route> all() {
        return List.of(
                new Route(Route.Method.GET, "/health", new Access.Anyone(), asked -> health()),
                new Route(Route.Method.GET, "/openapi.json", new Access.Anyone(), asked -> contract()),
                new Route(Route.Method.GET, "/metrics", new Access.With(Permission.SEE_HEALTH), asked -> metrics()),
                new Route(Route.Method.GET, "/api/v1/events", new Access.With(Permission.SEE_PLANT), this::events));
    }

    private static Answer health() {
        return Answer.json(200, Map.of("status", "serving"));
    }

    private static Answer contract() {
        return Answer.json(200, PlainYaml.resource(ServerRoutes.class, "openapi.yaml"));
    }

    /** Text format 0.0.4 of Prometheus. */
    private Answer metrics() {
        Glance glance = site.glance();
        StringBuilder text = new StringBuilder();
        metric(text, "weir_packets_total", "counter", "Packets read.", site.packets());
        metric(text, "weir_assets", "gauge", "Devices known.", glance.assets().size());
        metric(
                text,
                "weir_conversations",
                "gauge",
                "Conversations known.",
                glance.conversations().size());
        metric(
                text,
                "weir_points",
                "gauge",
                "Process variables known.",
                glance.points().size());
        metric(text, "weir_findings", "gauge", "Findings.", glance.findings().size());
        metric(text, "weir_incidents", "gauge", "Incidents.", glance.incidents().size());
        long waiting = imports.all().stream()
                .filter(i -> i.state().compareTo(Import.State.DONE) < 0)
                .count();
        metric(text, "weir_imports_waiting", "gauge", "Captures not read to their end yet.", waiting);
        metric(text, "weir_live_views", "gauge", "Live views open.", MOST_VIEWS - views.availablePermits());
        Runtime java = Runtime.getRuntime();
        metric(text, "weir_heap_bytes", "gauge", "Memory used by objects.", java.totalMemory() - java.freeMemory());
        metric(text, "weir_heap_max_bytes", "gauge", "Memory that objects may use.", java.maxMemory());
        metric(
                text,
                "weir_threads",
                "gauge",
                "Platform threads.",
                ManagementFactory.getThreadMXBean().getThreadCount());
        return Answer.of(
                "text/plain; version=0.0.4; charset=utf-8",
                to -> to.write(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void metric(StringBuilder text, String name, String type, String help, long value) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        text.append(name).append(' ').append(value).append('\n');
    }

    private Answer events(Asked asked) {
        if (views.availablePermits() == 0) {
            throw Problem.unable(
                    "There are " + MOST_VIEWS + " live views already; close one, or ask from time to time.");
        }
        return Answer.of("text/event-stream", to -> {
            if (views.tryAcquire()) { // here, so that it is given back whatever happens before
                try {
                    tell(asked, to);
                } finally {
                    views.release();
                }
            }
        });
    }

    /** Tells of news until the one who looks is gone or may look no more. */
    private void tell(Asked asked, OutputStream to) throws IOException {
        long told = -1;
        int quiet = 0;
        try {
            while (entrance.lasts(asked.headers(), asked.from())) {
                long now = site.packets();
                if (now != told) {
                    told = now;
                    quiet = 0;
                    to.write(("event: news\ndata: " + figures(now) + "\n\n").getBytes(StandardCharsets.UTF_8));
                    to.flush();
                } else if (++quiet == QUIET) {
                    quiet = 0;
                    to.write(": quiet\n\n".getBytes(StandardCharsets.UTF_8));
                    to.flush();
                }
                Thread.sleep(LOOK_EACH_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String figures(long packets) {
        Glance glance = site.glance();
        return Json.text(Map.of(
                "packets", packets,
                "assets", glance.assets().size(),
                "conversations", glance.conversations().size(),
                "points", glance.points().size(),
                "findings", glance.findings().size(),
                "incidents", glance.incidents().size()));
    }
}
