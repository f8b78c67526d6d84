// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import weir.model.Address;
import weir.model.Asset;
import weir.model.Attribute;
import weir.model.Conversation;
import weir.model.Evidence;
import weir.model.Level;
import weir.model.OperationCount;
import weir.model.Plant;

/** The picture as JSON; the fields are described in docs/outputs.md and keep their names. */
public final class PlantJson {

    private static final int MOST_RISKY = 100;

    /** Targets listed for one service of one conversation in the report; all of them are in operations.jsonl.gz. */
    private static final int MOST_TARGETS = 40;

    private final Plant plant;
    private final List<InputNote> inputs;
    private final String product;
    private final Times times = new Times();

    /**
     * One capture that the picture was made from.
     *
     * @param damage where and how it is damaged, or ""
     */
    public record InputNote(String name, long packets, long bytes, long first, long last, String damage) {}

    public PlantJson(Plant plant, List<InputNote> inputs, String product) {
        this.plant = plant;
        this.inputs = inputs;
        this.product = product;
    }

    /** Everything: what the report shows. */
    public void writeAll(Writer to, VerdictJson verdict) {
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), to)) {
            json.writeStartObject();
            head(json);
            summary(json);
            assets(json);
            conversations(json);
            verdict.write(json);
            json.writeEndObject();
        }
    }

    /** The assets, each on a line of its own. */
    public void writeAssets(Writer to) {
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), to)) {
            json.writeStartObject();
            head(json);
            json.writeRaw("\n");
            assets(json);
            json.writeEndObject();
            json.writeRaw("\n");
        }
    }

    private void head(JsonGenerator json) {
        json.writeStringProperty("product", product);
        json.writeArrayPropertyStart("inputs");
        for (InputNote input : inputs) {
            json.writeStartObject();
            json.writeStringProperty("name", input.name);
            json.writeNumberProperty("packets", input.packets);
            json.writeNumberProperty("bytes", input.bytes);
            json.writeStringProperty("first", times.text(input.first));
            json.writeStringProperty("last", times.text(input.last));
            if (input.damage.isEmpty()) {
                json.writeNullProperty("damage");
            } else {
                json.writeStringProperty("damage", input.damage);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void summary(JsonGenerator json) {
        Highlights highlights = new Highlights(plant);
        json.writeObjectPropertyStart("summary");
        json.writeNumberProperty("assets", plant.assets().size());
        json.writeNumberProperty("conversations", plant.conversations().size());
        json.writeNumberProperty("operations", highlights.operations());
        json.writeArrayPropertyStart("levels");
        for (Level level : Level.values()) {
            json.writeStartObject();
            json.writeStringProperty("level", level.number());
            json.writeStringProperty("name", level.title());
            json.writeNumberProperty("assets", highlights.assetsAt(level));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("protocols");
        highlights.protocols().forEach((name, use) -> {
            json.writeStartObject();
            json.writeStringProperty("name", name);
            json.writeNumberProperty("conversations", use.conversations());
            json.writeNumberProperty("operations", use.operations());
            json.writeNumberProperty("bytes", use.bytes());
            json.writeEndObject();
        });
        json.writeEndArray();
        risky(json, highlights);
        unseen(json);
        json.writeEndObject();
    }

    private void risky(JsonGenerator json, Highlights highlights) {
        json.writeArrayPropertyStart("risky");
        for (Highlights.Risky risky : highlights.risky(MOST_RISKY)) {
            OperationCount o = risky.operation();
            json.writeStartObject();
            json.writeStringProperty("verb", verb(o));
            json.writeStringProperty("protocol", o.protocol());
            json.writeStringProperty("service", named(o));
            json.writeStringProperty("client", risky.client());
            json.writeStringProperty("server", risky.server());
            json.writeStringProperty("target", target(o));
            json.writeNumberProperty("count", o.times());
            json.writeNumberProperty("refused", o.refused());
            json.writeStringProperty("first", times.text(o.first()));
            json.writeNumberProperty("firstPacket", o.firstPacket());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void unseen(JsonGenerator json) {
        json.writeArrayPropertyStart("unseen");
        for (Plant.Missing missing : plant.losses()) {
            json.writeStartObject();
            json.writeStringProperty("what", missing.name());
            json.writeStringProperty("unit", missing.unit());
            json.writeNumberProperty("amount", missing.amount());
            json.writeStringProperty("meaning", Meanings.of(missing.name()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void assets(JsonGenerator json) {
        json.writeArrayPropertyStart("assets");
        for (Asset asset : plant.assets()) {
            asset(json, asset);
            json.writeRaw("\n");
        }
        json.writeEndArray();
    }

    private void asset(JsonGenerator json, Asset asset) {
        json.writeStartObject();
        json.writeStringProperty("id", asset.id());
        json.writeStringProperty("label", Labels.of(asset));
        json.writeStringProperty("unit", asset.unit());
        if (asset.gateway().isEmpty()) {
            json.writeNullProperty("gateway");
        } else {
            json.writeStringProperty("gateway", asset.gateway());
        }
        json.writeStringProperty("role", asset.role().label());
        json.writeStringProperty("roleReason", asset.roleReason());
        json.writeStringProperty("level", asset.level().number());
        json.writeStringProperty("levelReason", asset.levelReason());
        json.writeStringProperty("zoneHint", network(asset));
        addresses(json, "addresses", asset.addresses());
        addresses(json, "macs", asset.macs());
        json.writeStringProperty("macVendor", asset.macVendor());
        json.writeStringProperty("name", asset.known(Attribute.NAME));
        json.writeStringProperty("vendor", asset.known(Attribute.VENDOR));
        json.writeStringProperty("model", asset.known(Attribute.MODEL));
        json.writeStringProperty("orderNumber", asset.known(Attribute.ORDER_NUMBER));
        json.writeStringProperty("firmware", asset.known(Attribute.FIRMWARE));
        json.writeStringProperty("hardware", asset.known(Attribute.HARDWARE));
        json.writeStringProperty("serial", asset.known(Attribute.SERIAL));
        json.writeStringProperty("first", times.text(asset.first()));
        json.writeStringProperty("last", times.text(asset.last()));
        json.writeNumberProperty("packets", asset.packets());
        json.writeNumberProperty("bytes", asset.bytes());
        SortedSet<String> protocols = new TreeSet<>(asset.serves());
        protocols.addAll(asset.uses());
        strings(json, "protocols", List.copyOf(protocols));
        strings(json, "serves", asset.serves());
        strings(json, "uses", asset.uses());
        evidence(json, asset.evidence());
        json.writeEndObject();
    }

    /** The /24 (IPv4) that it lives in: where a zone could begin. */
    private static String network(Asset asset) {
        return asset.addresses().stream()
                .filter(a -> a.kind() == Address.Kind.IPV4)
                .map(a -> Address.ipv4(a.low() & 0xffffff00L) + "/24")
                .findFirst()
                .orElse("");
    }

    private void evidence(JsonGenerator json, List<Evidence> claims) {
        json.writeArrayPropertyStart("evidence");
        for (Evidence e : claims) {
            json.writeStartObject();
            json.writeStringProperty("attribute", e.attribute().label());
            json.writeStringProperty("value", e.value());
            json.writeStringProperty("protocol", e.protocol());
            json.writeStringProperty("source", e.source());
            json.writeNumberProperty("confidence", e.confidence());
            json.writeStringProperty("first", times.text(e.first()));
            json.writeStringProperty("last", times.text(e.last()));
            json.writeNumberProperty("firstPacket", e.firstPacket());
            json.writeNumberProperty("lastPacket", e.lastPacket());
            json.writeNumberProperty("count", e.count());
            json.writeBooleanProperty("chosen", e.chosen());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void addresses(JsonGenerator json, String name, List<Address> addresses) {
        strings(json, name, addresses.stream().map(Address::toString).toList());
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private void conversations(JsonGenerator json) {
        json.writeArrayPropertyStart("conversations");
        for (Conversation c : plant.conversations()) {
            conversation(json, c);
            json.writeRaw("\n");
        }
        json.writeEndArray();
    }

    private void conversation(JsonGenerator json, Conversation c) {
        json.writeStartObject();
        json.writeStringProperty("client", c.client());
        json.writeStringProperty("server", c.server());
        json.writeStringProperty("protocol", c.protocol());
        json.writeStringProperty("transport", Grades.text(c.transport()));
        json.writeNumberProperty("port", c.port());
        json.writeNumberProperty("flows", c.flows());
        json.writeNumberProperty("packetsOut", c.packetsOut());
        json.writeNumberProperty("bytesOut", c.bytesOut());
        json.writeNumberProperty("packetsBack", c.packetsBack());
        json.writeNumberProperty("bytesBack", c.bytesBack());
        json.writeStringProperty("grade", Grades.text(c.grade()));
        json.writeStringProperty("gradeReason", Grades.reason(c.grade(), c.lostBytes()));
        json.writeNumberProperty("lostBytes", c.lostBytes());
        json.writeStringProperty("first", times.text(c.first()));
        json.writeStringProperty("last", times.text(c.last()));
        json.writeArrayPropertyStart("operations");
        services(c).forEach(same -> service(json, same));
        json.writeEndArray();
        notes(json, "violations", c.violations());
        notes(json, "logins", c.logins());
        notes(json, "transfers", c.transfers());
        json.writeEndObject();
    }

    private static void notes(JsonGenerator json, String name, List<Conversation.Noted> notes) {
        json.writeArrayPropertyStart(name);
        for (Conversation.Noted note : notes) {
            json.writeStartObject();
            json.writeStringProperty("name", note.text());
            json.writeNumberProperty("count", note.count());
            json.writeNumberProperty("firstPacket", note.firstPacket());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Operations of one service and qualifier together; they stand next to each other already. */
    private static List<List<OperationCount>> services(Conversation conversation) {
        List<List<OperationCount>> groups = new ArrayList<>();
        for (OperationCount o : conversation.operations()) {
            if (groups.isEmpty() || !sameService(groups.getLast().getFirst(), o)) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(o);
        }
        return groups;
    }

    private static boolean sameService(OperationCount a, OperationCount b) {
        return a.service().equals(b.service()) && a.protocol().equals(b.protocol());
    }

    private void service(JsonGenerator json, List<OperationCount> same) {
        OperationCount any = same.getFirst();
        json.writeStartObject();
        json.writeStringProperty("verb", verb(any));
        json.writeStringProperty("protocol", any.protocol());
        json.writeStringProperty("service", any.service());
        json.writeNumberProperty(
                "count", same.stream().mapToLong(OperationCount::times).sum());
        json.writeNumberProperty(
                "refused", same.stream().mapToLong(OperationCount::refused).sum());
        json.writeStringProperty(
                "first",
                times.text(same.stream().mapToLong(OperationCount::first).min().orElse(0)));
        json.writeStringProperty(
                "last",
                times.text(same.stream().mapToLong(OperationCount::last).max().orElse(0)));
        json.writeNumberProperty(
                "firstPacket",
                same.stream().mapToLong(OperationCount::firstPacket).min().orElse(0));
        long latency = (long) same.stream()
                .mapToLong(OperationCount::latency)
                .filter(l -> l >= 0)
                .average()
                .orElse(-1);
        if (latency < 0) {
            json.writeNullProperty("latencyMicros");
        } else {
            json.writeNumberProperty("latencyMicros", latency / 1000);
        }
        List<String> targets = same.stream()
                .map(PlantJson::target)
                .filter(t -> !t.isEmpty())
                .distinct()
                .toList();
        strings(json, "targets", targets.size() > MOST_TARGETS ? targets.subList(0, MOST_TARGETS) : targets);
        json.writeNumberProperty("moreTargets", Math.max(0, targets.size() - MOST_TARGETS));
        json.writeEndObject();
    }

    static String verb(OperationCount o) {
        return o.verb().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The service, with its qualifier where it has one. */
    static String named(OperationCount o) {
        return o.qualifier().isEmpty() ? o.service() : o.service() + " " + o.qualifier();
    }

    /** The target with its unit in front. */
    static String target(OperationCount o) {
        return (o.target().unit() + " " + o.target().label()).strip();
    }
}
