// SPDX-License-Identifier: Apache-2.0
package weir.server.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import weir.server.output.JsonLines;

/** A JSON object of texts, whole numbers, truths and lists of texts, in the order in which they were set. */
public final class FlatObject {

    /** Names in one object, and texts in one list: more is refused. */
    private static final int MOST = 10_000;

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private final String what;
    private final Map<String, Object> values = new LinkedHashMap<>();

    private FlatObject(String what) {
        this.what = what;
    }

    public static FlatObject empty() {
        return new FlatObject("");
    }

    /** @param what is read, as an error names it: {@code accounts/3} */
    public static FlatObject read(String what, String text) throws IOException {
        FlatObject object = new FlatObject(what);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            object.expect(json.nextToken() == JsonToken.START_OBJECT, "no object");
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                object.expect(object.values.size() < MOST, "too many names");
                json.nextToken();
                object.expect(object.values.put(name, object.value(name, json)) == null, name + " is there twice");
            }
            object.expect(json.nextToken() == null, "more than one object");
            return object;
        } catch (JacksonException e) {
            throw new IOException(what + ": is no JSON object: " + e.getOriginalMessage(), e);
        }
    }

    private Object value(String name, JsonParser json) throws IOException {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT -> json.getLongValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case START_ARRAY -> list(name, json);
            default -> throw wrong(name, "has a value of no known sort");
        };
    }

    private List<String> list(String name, JsonParser json) throws IOException {
        List<String> texts = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            expect(json.currentToken() == JsonToken.VALUE_STRING && texts.size() < MOST, name + " is no list of texts");
            texts.add(json.getString());
        }
        return List.copyOf(texts);
    }

    public FlatObject set(String name, @Nullable String text) {
        return text == null ? this : put(name, text);
    }

    public FlatObject set(String name, long number) {
        return put(name, number);
    }

    public FlatObject set(String name, boolean truth) {
        return put(name, truth);
    }

    public FlatObject set(String name, List<String> texts) {
        return put(name, List.copyOf(texts));
    }

    /** Adds all that the other has. */
    public FlatObject all(FlatObject other) {
        values.putAll(other.values);
        return this;
    }

    private FlatObject put(String name, Object value) {
        values.put(name, value);
        return this;
    }

    public String text(String name) throws IOException {
        return optional(name).orElseThrow(() -> wrong(name, "is missing"));
    }

    public Optional<String> optional(String name) throws IOException {
        Object value = values.get(name);
        if (value != null && !(value instanceof String)) {
            throw wrong(name, "is no text");
        }
        return Optional.ofNullable((String) value);
    }

    public long number(String name) throws IOException {
        if (values.get(name) instanceof Long number) {
            return number;
        }
        throw wrong(name, "is no whole number");
    }

    public boolean truth(String name) throws IOException {
        if (values.get(name) instanceof Boolean truth) {
            return truth;
        }
        throw wrong(name, "is neither true nor false");
    }

    public List<String> texts(String name) throws IOException {
        if (values.get(name) instanceof List<?> list) {
            return list.stream().map(String.class::cast).toList();
        }
        throw wrong(name, "is no list of texts");
    }

    /** On one line. */
    public String written() {
        return JsonLines.text(values);
    }

    private void expect(boolean right, String otherwise) throws IOException {
        if (!right) {
            throw new IOException(what + ": " + otherwise);
        }
    }

    private IOException wrong(String name, String how) {
        return new IOException(what + ": \"" + name + "\" " + how);
    }
}
