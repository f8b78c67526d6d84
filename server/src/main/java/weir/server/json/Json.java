// SPDX-License-Identifier: Apache-2.0
package weir.server.json;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON that is read and written whole. */
public final class Json {

    /** What is read: no deeper, and no longer texts, than anything that is asked. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(100_000)
                    .maxNameLength(200)
                    .maxNumberLength(40)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Writes a value. */
    @FunctionalInterface
    public interface Written {
        void write(JsonGenerator json);
    }

    private Json() {}

    /** An object as text. */
    public static String text(Map<String, ?> object) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        write(text, json -> object(json, object));
        return text.toString(StandardCharsets.UTF_8);
    }

    public static void write(OutputStream to, Written written) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), to, JsonEncoding.UTF8)) {
            written.write(json);
        }
    }

    /** @param object texts, numbers, truths, and lists and objects of these, by name */
    public static void object(JsonGenerator json, Map<?, ?> object) {
        json.writeStartObject();
        object.forEach((name, value) -> {
            json.writeName(String.valueOf(name));
            value(json, value);
        });
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> {
                if (Double.isFinite(number)) {
                    json.writeNumber(number);
                } else {
                    json.writeNull();
                }
            }
            case java.math.BigDecimal number -> json.writeNumber(number);
            case Map<?, ?> object -> object(json, object);
            case Iterable<?> list -> {
                json.writeStartArray();
                list.forEach(one -> value(json, one));
                json.writeEndArray();
            }
            default -> json.writeString(value.toString());
        }
    }

    /** The object that this text is. */
    public static Map<String, @Nullable Object> read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The one object that is there; numbers are {@link Long} or {@link Double}. */
    public static Map<String, @Nullable Object> read(InputStream from) throws IOException {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), from)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new NoJson("The body has to be a JSON object.");
            }
            Map<String, @Nullable Object> object = object(json);
            if (json.nextToken() != null) {
                throw new NoJson("There is more behind the JSON object; send one only.");
            }
            return object;
        } catch (JacksonException e) {
            throw new NoJson("The body is no JSON that is taken here: " + e.getOriginalMessage());
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser json) throws NoJson {
        Map<String, @Nullable Object> object = new LinkedHashMap<>(); // as long as the body
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            object.put(name, value(json));
        }
        return object;
    }

    private static @Nullable Object value(JsonParser json) throws NoJson {
        return switch (json.currentToken()) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                yield list;
            }
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new NoJson("The body is no JSON.");
        };
    }
}
