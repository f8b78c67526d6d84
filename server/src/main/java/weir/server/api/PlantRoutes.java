// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import weir.analysis.Coverage;
import weir.analysis.inventory.Families;
import weir.model.Asset;
import weir.model.Conversation;
import weir.model.Plant;
import weir.model.Point;
import weir.server.identity.Permission;
import weir.server.json.Json;
import weir.server.output.AssetJson;
import weir.server.output.ConversationJson;
import weir.server.output.PointJson;
import weir.server.output.Times;
import weir.server.site.Glance;
import weir.server.site.Site;
import weir.server.site.Traces;

/** What is known of the plant: its devices, who talks to whom, its process variables. */
final class PlantRoutes {

    private static final Access SEE = new Access.With(Permission.SEE_PLANT);

    private final Site site;

    PlantRoutes(Site site) {
        this.site = site;
    }

    List<Route> all() {
        return List.of(
                get("/api/v1/site", this::site),
                get("/api/v1/assets", this::assets),
                get("/api/v1/assets/{id}", this::asset),
                get("/api/v1/conversations", this::conversations),
                get("/api/v1/conversations/{id}", this::conversation),
                get("/api/v1/points", this::points),
                get("/api/v1/points/{id}", this::point),
                get("/api/v1/points/{id}/values", this::values),
                get("/api/v1/map", asked -> new PlantMap(site.glance()).answer()),
                get("/api/v1/coverage", this::coverage),
                get("/api/v1/search", asked -> new Search(site.glance()).answer(asked)));
    }

    private static Route get(String path, Route.Handler handler) {
        return new Route(Route.Method.GET, path, SEE, handler);
    }

    private Answer site(Asked asked) {
        Glance glance = site.glance();
        Plant plant = glance.plant();
        Times times = new Times();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("stage", glance.stage().name().toLowerCase(Locale.ROOT));
        fields.put("assets", glance.assets().size());
        fields.put("conversations", glance.conversations().size());
        fields.put("points", glance.points().size());
        fields.put("findings", glance.findings().size());
        fields.put("incidents", glance.incidents().size());
        fields.put("packets", plant.packets());
        if (plant.observations() > 0) {
            fields.put("first", times.text(plant.first()));
            fields.put("last", times.text(plant.last()));
        }
        fields.put(
                "losses",
                plant.losses().stream()
                        .map(l -> Map.of("name", l.name(), "unit", l.unit(), "amount", l.amount()))
                        .toList());
        return Answer.json(200, fields);
    }

    private Answer assets(Asked asked) {
        String words = asked.text("q").toLowerCase(Locale.ROOT);
        String role = asked.text("role");
        String level = asked.text("level");
        String protocol = asked.text("protocol");
        Predicate<Asset> wanted = a -> (role.isEmpty() || a.role().label().equals(role))
                && (level.isEmpty() || a.level().number().equals(level))
                && (protocol.isEmpty()
                        || a.serves().contains(protocol)
                        || a.uses().contains(protocol))
                && (words.isEmpty() || Search.holds(a, words));
        AssetJson one = new AssetJson();
        return Page.of(site.glance().assets(), Asset::id, wanted, asked).answer(one::writeShort);
    }

    private Answer asset(Asked asked) {
        String id = asked.place("id");
        Asset asset = site.glance().asset(id);
        if (asset == null) {
            throw Problem.unknown("asset", id);
        }
        return Answer.json(json -> new AssetJson().write(json, asset));
    }

    private Answer conversations(Asked asked) {
        String asset = asked.text("asset");
        String protocol = asked.text("protocol");
        Predicate<Glance.Named> wanted = n -> {
            Conversation c = n.conversation();
            return (asset.isEmpty() || c.client().equals(asset) || c.server().equals(asset))
                    && (protocol.isEmpty() || c.protocol().equals(protocol));
        };
        ConversationJson one = new ConversationJson();
        return Page.of(site.glance().conversations(), Glance.Named::id, wanted, asked)
                .answer((json, n) -> one.writeShort(json, n.id(), n.conversation()));
    }

    private Answer conversation(Asked asked) {
        String id = asked.place("id");
        Glance.Named found = site.glance().conversations().stream()
                .filter(n -> n.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.unknown("conversation", id));
        return Answer.json(json -> new ConversationJson().write(json, found.id(), found.conversation()));
    }

    private Answer points(Asked asked) {
        Glance glance = site.glance();
        String asset = asked.text("asset");
        String words = asked.text("q").toLowerCase(Locale.ROOT);
        Asset owner = asset.isEmpty() ? null : glance.asset(asset);
        Predicate<Point> wanted = p -> (asset.isEmpty()
                        || owner != null
                                && owner.addresses().contains(p.subject().address()))
                && (words.isEmpty() || p.id().toLowerCase(Locale.ROOT).contains(words));
        PointJson one = new PointJson();
        return Page.of(glance.points(), Point::id, wanted, asked).answer((json, p) -> Json.object(json, one.fields(p)));
    }

    private Answer point(Asked asked) {
        return Answer.json(200, new PointJson().fields(known(asked.place("id"))));
    }

    private Point known(String id) {
        return site.glance().points().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.unknown("point", id));
    }

    /** The last values; times in milliseconds since the epoch, with fraction. */
    private Answer values(Asked asked) {
        List<Traces.Value> values = site.trace(known(asked.place("id")).id());
        return Answer.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            for (Traces.Value value : values) {
                json.writeStartObject();
                json.writeNumberProperty("time", value.time() / 1e6);
                if (Double.isFinite(value.value())) {
                    json.writeNumberProperty("value", value.value());
                } else {
                    json.writeNullProperty("value");
                }
                json.writeBooleanProperty("written", value.written());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private Answer coverage(Asked asked) {
        Plant plant = site.glance().plant();
        Set<String> protocols = new TreeSet<>();
        plant.conversations().forEach(c -> protocols.add(c.protocol()));
        protocols.removeIf(p -> !Families.isIndustrial(p));
        List<Coverage.Line> lines = Coverage.of(new Coverage.Site(protocols, plant.packets() > 0, false, false));
        return Answer.json(
                200, Map.of("items", lines.stream().map(PlantRoutes::line).toList()));
    }

    private static Map<String, Object> line(Coverage.Line line) {
        return Map.of(
                "id", line.technique().id(),
                "name", line.technique().name(),
                "detectors", line.detectors(),
                "here", line.here(),
                "tested", line.tested(),
                "why", line.why());
    }
}
