// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Asset;
import weir.model.Conversation;
import weir.model.Finding;
import weir.model.Level;
import weir.model.OperationCount;
import weir.model.Severity;
import weir.model.Verb;
import weir.server.output.AssetJson;
import weir.server.output.Labels;
import weir.server.site.Glance;

/**
 * The map of the plant: a band for each Purdue level, the highest on top; in it an area for each zone; in that the
 * devices in rows, by id. The places depend on what there is and on nothing else, so the map looks the same tomorrow.
 */
final class PlantMap {

    private static final int STEP_X = 90;
    private static final int STEP_Y = 70;
    private static final int MARGIN = 60;

    private final Glance glance;
    private final Map<String, Severity> worst = new HashMap<>();

    /** Everything that two devices say to each other. */
    private static final class Bundle {
        final TreeSet<String> protocols = new TreeSet<>();

        @Nullable
        Verb verb;

        long operations;
        long bytes;
        long last;

        void add(Conversation c) {
            if (!c.protocol().isEmpty()) {
                protocols.add(c.protocol());
            }
            bytes += c.bytesOut() + c.bytesBack();
            last = Math.max(last, c.last());
            for (OperationCount o : c.operations()) {
                operations += o.times();
                if (verb == null || o.verb().risk() > verb.risk()) {
                    verb = o.verb();
                }
            }
        }
    }

    PlantMap(Glance glance) {
        this.glance = glance;
        for (Finding finding : glance.findings()) {
            for (Address address : finding.assets()) {
                Asset asset = glance.asset(address);
                if (asset != null) {
                    worst.merge(asset.id(), finding.severity(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
                }
            }
        }
    }

    Answer answer() {
        List<Map<String, Object>> areas = new ArrayList<>();
        List<Map<String, Object>> nodes = new ArrayList<>();
        int y = 0;
        for (Map.Entry<Level, SortedMap<String, List<Asset>>> level : levels().entrySet()) {
            int x = 0;
            int height = 0;
            for (Map.Entry<String, List<Asset>> zone : level.getValue().entrySet()) {
                List<Asset> assets = zone.getValue();
                int columns = (int) Math.ceil(Math.sqrt(assets.size() * 2.0));
                int rows = (assets.size() + columns - 1) / columns;
                String id = level.getKey().number() + " " + zone.getKey();
                areas.add(area(id, level.getKey(), zone.getKey(), assets));
                for (int i = 0; i < assets.size(); i++) {
                    nodes.add(node(assets.get(i), id, x + i % columns * STEP_X, y + i / columns * STEP_Y));
                }
                x += columns * STEP_X + MARGIN;
                height = Math.max(height, rows * STEP_Y);
            }
            y += height + MARGIN;
        }
        return Answer.json(200, Map.of("areas", areas, "nodes", nodes, "edges", edges()));
    }

    private Map<Level, SortedMap<String, List<Asset>>> levels() {
        Map<Level, SortedMap<String, List<Asset>>> levels = new EnumMap<>(Level.class);
        for (Asset asset : glance.assets()) {
            levels.computeIfAbsent(asset.level(), _ -> new TreeMap<>())
                    .computeIfAbsent(AssetJson.network(asset), _ -> new ArrayList<>())
                    .add(asset);
        }
        Map<Level, SortedMap<String, List<Asset>>> highestFirst = new LinkedHashMap<>();
        levels.keySet().stream()
                .sorted(Comparator.comparingInt(PlantMap::height).reversed())
                .forEach(l -> highestFirst.put(l, levels.get(l)));
        return highestFirst;
    }

    /** Devices of which the level is not known stand below all others. */
    private static int height(Level level) {
        return level == Level.UNKNOWN ? -1 : level.ordinal();
    }

    private static Map<String, Object> area(String id, Level level, String zone, List<Asset> assets) {
        return Map.of(
                "id", id,
                "level", level.number(),
                "levelName", level.title(),
                "zone", zone.isEmpty() ? "no network address" : zone,
                "assets", assets.size());
    }

    private Map<String, Object> node(Asset asset, String area, int x, int y) {
        Severity severity = worst.get(asset.id());
        return Map.of(
                "id",
                asset.id(),
                "label",
                Labels.of(asset),
                "role",
                asset.role().label(),
                "area",
                area,
                "severity",
                severity == null ? "" : severity.label(),
                "x",
                x,
                "y",
                y);
    }

    private List<Map<String, Object>> edges() {
        Map<String, Map<String, Bundle>> bundles = new TreeMap<>();
        for (Glance.Named named : glance.conversations()) {
            Conversation c = named.conversation();
            if (glance.asset(c.client()) != null && glance.asset(c.server()) != null) {
                bundles.computeIfAbsent(c.client(), _ -> new TreeMap<>())
                        .computeIfAbsent(c.server(), _ -> new Bundle())
                        .add(c);
            }
        }
        List<Map<String, Object>> edges = new ArrayList<>();
        bundles.forEach((client, servers) -> servers.forEach((server, b) -> edges.add(edge(client, server, b))));
        return edges;
    }

    private static Map<String, Object> edge(String client, String server, Bundle b) {
        return Map.of(
                "source",
                client,
                "target",
                server,
                "protocols",
                List.copyOf(b.protocols),
                "verb",
                b.verb == null ? "" : b.verb.name().toLowerCase(java.util.Locale.ROOT),
                "risk",
                b.verb == null ? 0 : b.verb.risk(),
                "operations",
                b.operations,
                "bytes",
                b.bytes,
                "last",
                b.last / 1_000_000);
    }
}
