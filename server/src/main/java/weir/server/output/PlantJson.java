// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import weir.model.Asset;
import weir.model.Conversation;
import weir.model.Level;
import weir.model.OperationCount;
import weir.model.Plant;

/** The picture as JSON; the fields are described in docs/outputs.md and keep their names. */
public final class PlantJson {

    private static final int MOST_RISKY = 100;

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
            json.writeStringProperty("verb", ConversationJson.verb(o));
            json.writeStringProperty("protocol", o.protocol());
            json.writeStringProperty("service", ConversationJson.named(o));
            json.writeStringProperty("client", risky.client());
            json.writeStringProperty("server", risky.server());
            json.writeStringProperty("target", ConversationJson.target(o));
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
        AssetJson one = new AssetJson();
        for (Asset asset : plant.assets()) {
            one.write(json, asset);
            json.writeRaw("\n");
        }
        json.writeEndArray();
    }

    private void conversations(JsonGenerator json) {
        json.writeArrayPropertyStart("conversations");
        ConversationJson one = new ConversationJson();
        for (Conversation c : plant.conversations()) {
            one.write(json, c);
            json.writeRaw("\n");
        }
        json.writeEndArray();
    }
}
