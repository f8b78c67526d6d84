// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * One record as its fields, flat: {@code {"alert":{"gid":1}}} and {@code {"alert.gid":1}} are both {@code alert.gid}.
 * Of a list, its first text stands under the list's name and all of them, with commas around, under {@code name[]}.
 */
final class Fields {

    static final int MOST_FIELDS = 1024;
    static final int LONGEST_TEXT = 4096;
    private static final int LONGEST_NAME = 256;
    private static final int DEEPEST = 16;
    private static final int LONGEST_LINE = 1 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(64)
                    .maxStringLength(LONGEST_LINE)
                    .build())
            .build();

    private final Map<String, String> texts = new LinkedHashMap<>(); // at most MOST_FIELDS

    /** Reads a line that is one JSON object; false where it is none. */
    boolean json(String line) {
        texts.clear();
        if (line.length() > LONGEST_LINE) {
            return false;
        }
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            return json.nextToken() == JsonToken.START_OBJECT && object(json, "") && json.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private boolean object(JsonParser json, String prefix) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String path = prefix.isEmpty() ? json.currentName() : prefix + '.' + json.currentName();
            value(json, json.nextToken(), path);
        }
        return json.currentToken() == JsonToken.END_OBJECT;
    }

    private void value(JsonParser json, JsonToken token, String path) {
        if (token == JsonToken.START_OBJECT) {
            object(json, path);
        } else if (token == JsonToken.START_ARRAY) {
            list(json, path);
        } else if (token != JsonToken.VALUE_NULL) {
            put(path, json.getString());
        }
    }

    private void list(JsonParser json, String path) {
        StringBuilder all = new StringBuilder(",");
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == null) {
                return;
            }
            value(json, token, path);
            if (token.isScalarValue() && all.length() < LONGEST_TEXT) {
                all.append(json.getString()).append(',');
            }
        }
        put(path + "[]", all.toString());
    }

    void clear() {
        texts.clear();
    }

    /** Keeps the first value of a name. */
    void put(String path, String value) {
        if (texts.size() < MOST_FIELDS && path.length() <= LONGEST_NAME) {
            texts.putIfAbsent(path, cut(value));
        }
    }

    private static String cut(String value) {
        return value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT) : value;
    }

    boolean has(String path) {
        return texts.containsKey(path);
    }

    /** The text of a field, "" where the record has none. */
    String text(String path) {
        return texts.getOrDefault(path, "");
    }

    /** The first of two fields that says something. */
    String text(String path, String otherwise) {
        String first = text(path);
        return first.isEmpty() ? text(otherwise) : first;
    }

    /** The fields whose names begin with a prefix, by what follows it, in the order of the record. */
    Map<String, String> under(String prefix) {
        Map<String, String> below = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : texts.entrySet()) {
            String path = field.getKey();
            if (path.startsWith(prefix) && !path.endsWith("[]")) {
                below.put(path.substring(prefix.length()), field.getValue());
            }
        }
        return below;
    }

    /** Whether a field is this text, or a list that holds it. */
    boolean holds(String path, String value) {
        return text(path).equals(value) || text(path + "[]").contains(',' + value + ',');
    }

    /** A field that counts; 0 where it is absent, negative or no number. */
    long count(String path) {
        return Numerals.count(text(path));
    }
}
