// SPDX-License-Identifier: Apache-2.0
package weir.server.json;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object of texts, whole numbers, truths and lists of texts, in the order in which they were set. */
public final class FlatObject {

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
        try {
            Json.read(text).forEach((name, value) -> {
                if (value != null) {
                    object.values.put(name, value);
                }
            });
            return object;
        } catch (NoJson e) {
            throw new IOException(what + ": is no JSON object: " + e.getMessage(), e);
        }
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
        if (values.get(name) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw wrong(name, "is no list of texts");
    }

    /** On one line. */
    public String written() {
        return Json.text(values);
    }

    private IOException wrong(String name, String how) {
        return new IOException(what + ": \"" + name + "\" " + how);
    }
}
