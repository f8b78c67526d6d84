// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.core.JsonGenerator;

/**
 * A part of a list, and the cursor that asks for the next part. The cursor holds the last key of this part, so that
 * nothing is left out or told twice when things come or go between two parts.
 *
 * @param <T> what is listed
 */
final class Page<T> {

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final List<T> items = new ArrayList<>();
    private final String next;
    private final long total;

    private Page(List<T> all, Function<T, String> key, Predicate<T> wanted, Asked asked) {
        String after = after(asked.text("cursor"));
        long limit = asked.number("limit", USUAL, 1, MOST);
        long matching = 0;
        String last = "";
        boolean more = false;
        for (T item : all) {
            if (wanted.test(item)) {
                matching++;
                if (key.apply(item).compareTo(after) > 0) {
                    if (items.size() < limit) {
                        items.add(item);
                        last = key.apply(item);
                    } else {
                        more = true;
                    }
                }
            }
        }
        next = more ? last : "";
        total = matching;
    }

    /** @param all in the order of their keys */
    static <T> Page<T> of(List<T> all, Function<T, String> key, Predicate<T> wanted, Asked asked) {
        return new Page<>(all, key, wanted, asked);
    }

    /** A key that puts what is later first. */
    static String latestFirst(long time, String id) {
        return String.format("%016x %s", Long.MAX_VALUE - time, id);
    }

    Answer answer(BiConsumer<JsonGenerator, T> one) {
        return Answer.json(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("items");
            items.forEach(item -> one.accept(json, item));
            json.writeEndArray();
            json.writeNumberProperty("total", total);
            if (!next.isEmpty()) {
                json.writeStringProperty(
                        "next",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(next.getBytes(StandardCharsets.UTF_8)));
            }
            json.writeEndObject();
        });
    }

    private static String after(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.wrong("'cursor' is none that was given out; take it from 'next' of the part before.");
        }
    }
}
