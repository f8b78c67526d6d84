// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of a log that others defined (Zeek's and its ICS parsers'), in their words. A decoder begins it with the
 * request, may keep it until the answer, and tells it with {@link Sink#row}. Only made when {@link Sink#wantsRows}.
 */
public final class Row {

    /** Elements kept of one list. */
    private static final int MOST_ELEMENTS = 1024;

    private final String log;
    private final long time;
    private boolean waits;
    private String key = "";
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /**
     * @param log its name: {@code dnp3}
     * @param time what its first column says, nanoseconds since the epoch
     */
    public Row(String log, long time) {
        this.log = log;
        this.time = time;
    }

    public String log() {
        return log;
    }

    public long time() {
        return time;
    }

    /** @param value text; what is not text as one character an octet, see {@link #octets} */
    public Row set(String field, String value) {
        fields.put(field, value);
        return this;
    }

    /** It may still be completed by a later one of its log: told when that does not come. */
    public Row waiting() {
        waits = true;
        return this;
    }

    /** The same, where several of its log wait at once: told apart by a key. */
    public Row waiting(String among) {
        key = among;
        return waiting();
    }

    /** It waits no more. */
    public Row answered() {
        waits = false;
        return this;
    }

    /** What tells it from others of its log that wait; "" where only one does. */
    public String key() {
        return key;
    }

    public boolean waits() {
        return waits;
    }

    public Row set(String field, long value) {
        fields.put(field, value);
        return this;
    }

    public Row set(String field, double value) {
        fields.put(field, value);
        return this;
    }

    public Row set(String field, boolean value) {
        fields.put(field, value);
        return this;
    }

    /** The next {@code length} octets as they are, one character each; moves behind them. */
    public static String octets(Cursor in, int length) {
        int from = in.offset();
        in.skip(length);
        return in.ok() ? new String(in.bytes(), from, length, StandardCharsets.ISO_8859_1) : "";
    }

    /** A list that may stay empty. */
    public Row list(String field) {
        fields.put(field, new ArrayList<String>());
        return this;
    }

    /** Adds to a field that is a list. */
    public Row add(String field, String value) {
        @SuppressWarnings("unchecked")
        List<String> list = (List<String>) fields.computeIfAbsent(field, f -> new ArrayList<String>());
        if (list.size() < MOST_ELEMENTS) {
            list.add(value);
        }
        return this;
    }

    /** Values by name: {@code String}, {@code Long}, {@code Double}, {@code Boolean}, or a list of {@code String}. */
    public Map<String, Object> fields() {
        return fields;
    }
}
