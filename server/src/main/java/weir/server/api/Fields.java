// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object that somebody sent.
 *
 * @param values by name
 */
public record Fields(Map<String, @Nullable Object> values) {

    /** A text that has to be there. */
    public String text(String name, int mostLetters) {
        Object value = values.get(name);
        if (value instanceof String text && !text.isBlank() && text.length() <= mostLetters) {
            return text;
        }
        throw Problem.wrong("'" + name + "' has to be a text of 1 to " + mostLetters + " letters.");
    }

    /** A text, or this where there is none. */
    public String text(String name, int mostLetters, String otherwise) {
        return values.get(name) == null ? otherwise : text(name, mostLetters);
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    /** A list of texts that has to be there. */
    public List<String> texts(String name, int most) {
        if (values.get(name) instanceof List<?> list && list.size() <= most) {
            List<String> texts = list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
            if (texts.size() == list.size() && !texts.isEmpty()) {
                return texts;
            }
        }
        throw Problem.wrong("'" + name + "' has to be a list of 1 to " + most + " texts.");
    }

    /** Yes or no, where it is there. */
    boolean truth(String name) {
        if (values.get(name) instanceof Boolean truth) {
            return truth;
        }
        throw Problem.wrong("'" + name + "' has to be true or false.");
    }

    /** A list of texts that may be empty or missing. */
    List<String> textsOrNone(String name, int most) {
        return values.get(name) instanceof List<?> list && list.isEmpty() || !has(name) ? List.of() : texts(name, most);
    }
}
