// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * A line that is a JSON object, as texts by their path: {@code alert.signature}. Whether the path was written in dots or
 * as objects within objects is the same; of a list the first element stands for itself, all of them for {@code path[]}.
 */
final class FlatJson {

    private static final int MOST = 2048;
    private static final int DEEPEST = 32;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private FlatJson() {}

    /** Empty where the line is no object, or a broken one. */
    static Map<String, String> of(String line) {
        Map<String, String> values = new HashMap<>();
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Map.of();
            }
            object(json, "", values);
            return json.nextToken() == null ? values : Map.of();
        } catch (JacksonException broken) {
            return Map.of();
        }
    }

    private static void object(JsonParser json, String path, Map<String, String> values) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String inner = path.isEmpty() ? json.currentName() : path + "." + json.currentName();
            json.nextToken();
            value(json, inner, values);
        }
    }

    private static void value(JsonParser json, String path, Map<String, String> values) {
        switch (json.currentToken()) {
            case START_OBJECT -> object(json, path, values);
            case START_ARRAY -> {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    value(json, path, values);
                }
            }
            case VALUE_NULL -> {}
            default -> keep(path, json.getString(), values);
        }
    }

    private static void keep(String path, String text, Map<String, String> values) {
        if (values.size() >= MOST) {
            return;
        }
        values.putIfAbsent(path, text);
        values.merge(path + "[]", text, (all, one) -> all.length() > Texts.LONG ? all : all + " " + one);
    }
}
