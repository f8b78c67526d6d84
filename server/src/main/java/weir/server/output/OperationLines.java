// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.IOException;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import weir.model.Conversation;
import weir.model.OperationCount;
import weir.model.Plant;

/** Every operation of the picture, a JSON object a line; the fields are described in docs/outputs.md. */
public final class OperationLines {

    private final Plant plant;
    private final Times times = new Times();

    public OperationLines(Plant plant) {
        this.plant = plant;
    }

    public void write(Writer to) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), to)) {
            for (Conversation conversation : plant.conversations()) {
                for (OperationCount operation : conversation.operations()) {
                    line(json, conversation, operation);
                    json.writeRaw("\n");
                }
            }
        }
    }

    private void line(JsonGenerator json, Conversation c, OperationCount o) {
        json.writeStartObject();
        json.writeStringProperty("client", c.client());
        json.writeStringProperty("server", c.server());
        json.writeStringProperty("transport", Grades.text(c.transport()));
        json.writeNumberProperty("port", c.port());
        json.writeStringProperty("protocol", o.protocol());
        json.writeStringProperty("verb", ConversationJson.verb(o));
        json.writeStringProperty("service", o.service());
        json.writeNumberProperty("code", o.code());
        json.writeStringProperty("qualifier", o.qualifier());
        json.writeStringProperty("unit", o.target().unit());
        json.writeStringProperty("space", o.target().space());
        if (o.target().first() >= 0) {
            json.writeNumberProperty("first", o.target().first());
            json.writeNumberProperty("count", o.target().count());
        }
        json.writeStringProperty("symbol", o.target().symbol());
        json.writeNumberProperty("requests", o.requests());
        json.writeNumberProperty("answers", o.answers());
        json.writeNumberProperty("refused", o.refused());
        json.writeStringProperty("refusal", o.refusal());
        if (o.latency() >= 0) {
            json.writeNumberProperty("latencyNanos", o.latency());
        }
        json.writeStringProperty("firstSeen", times.text(o.first()));
        json.writeStringProperty("lastSeen", times.text(o.last()));
        json.writeNumberProperty("firstPacket", o.firstPacket());
        json.writeNumberProperty("lastPacket", o.lastPacket());
        json.writeEndObject();
    }
}
