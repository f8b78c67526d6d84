// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.Writer;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Flat objects as JSON, one a line. */
public final class JsonLines {

    private final JsonGenerator json;

    public JsonLines(Writer to) {
        json = JsonFactory.builder().rootValueSeparator("").build().createGenerator(ObjectWriteContext.empty(), to);
    }

    /** @param values texts, numbers, truths, and lists of texts */
    public void line(Map<String, Object> values) {
        json.writeStartObject();
        values.forEach((name, value) -> {
            json.writeName(name);
            value(value);
        });
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void value(Object value) {
        switch (value) {
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(this::value);
                json.writeEndArray();
            }
            default -> json.writeString(value.toString());
        }
    }

    public void flush() {
        json.flush();
    }
}
