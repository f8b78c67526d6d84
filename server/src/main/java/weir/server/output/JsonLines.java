// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Objects as JSON, one a line. */
public final class JsonLines {

    private final JsonGenerator json;

    public JsonLines(Writer to) {
        json = JsonFactory.builder().rootValueSeparator("").build().createGenerator(ObjectWriteContext.empty(), to);
    }

    /** One object as text, without the end of a line. */
    public static String text(Map<String, Object> values) {
        StringWriter text = new StringWriter();
        JsonLines lines = new JsonLines(text);
        lines.object(values);
        lines.flush();
        return text.toString();
    }

    /** @param values texts, numbers, truths, and lists and objects of these */
    public void line(Map<String, Object> values) {
        object(values);
        json.writeRaw('\n');
    }

    private void object(Map<?, ?> values) {
        json.writeStartObject();
        values.forEach((name, value) -> {
            json.writeName(name.toString());
            value(value);
        });
        json.writeEndObject();
    }

    private void value(Object value) {
        switch (value) {
            case Long number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number.toPlainString());
            case Double number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            case List<?> list -> {
                json.writeStartArray();
                list.forEach(this::value);
                json.writeEndArray();
            }
            case Map<?, ?> object -> object(object);
            default -> json.writeString(value.toString());
        }
    }

    public void flush() {
        json.flush();
    }
}
