// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.server.output.JsonLines;

/** An object of JSON in the making; what is not known is left out. */
final class Fields {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Leaves out empty texts, lists and objects. */
    Fields put(String name, Object value) {
        Object plain = value instanceof Fields fields ? fields.values : value;
        boolean empty = switch (plain) {
            case String text -> text.isEmpty();
            case Collection<?> list -> list.isEmpty();
            case Map<?, ?> object -> object.isEmpty();
            default -> false;
        };
        if (!empty) {
            values.put(name, plain instanceof List<?> list ? plain(list) : plain);
        }
        return this;
    }

    private static List<?> plain(List<?> list) {
        return list.stream()
                .map(element -> element instanceof Fields fields ? fields.values : element)
                .toList();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Object value(String name) {
        return values.getOrDefault(name, "");
    }

    String text() {
        return JsonLines.text(values);
    }
}
