// SPDX-License-Identifier: Apache-2.0
package weir.analysis.sketch;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What the messages of an unknown protocol have in common.
 *
 * @param form what they consist of
 * @param messages how many were looked at
 * @param shortest octets
 * @param longest octets
 * @param constants octets that are the same in all messages, by their place
 * @param length where a message says how long it is, null where it does not
 * @param counter a number that grows from message to message, null without one
 * @param echo a number that an answer repeats from its request, null without one
 * @param kind the octet that tells messages apart, -1 without one
 * @param kinds its values with how many messages have each
 * @param check what the last octets are, NONE where they are no check of the others
 * @param period typical time between two messages of the client, nanoseconds; 0 where there is no rhythm
 * @param answered share of the client's messages that the server answers before the next
 */
public record Sketch(
        Form form,
        int messages,
        int shortest,
        int longest,
        SortedMap<Integer, Integer> constants,
        @Nullable Number length,
        @Nullable Number counter,
        @Nullable Number echo,
        int kind,
        SortedMap<Integer, Integer> kinds,
        Check check,
        long period,
        double answered) {

    /** What messages consist of. */
    public enum Form {
        TEXT,
        BINARY,
        /** So even that it is encrypted or compressed. */
        OPAQUE
    }

    /** How the last octets follow from the others. */
    public enum Check {
        NONE(0),
        SUM(1),
        EXCLUSIVE_OR(1),
        CRC16_MODBUS(2),
        CRC16_CCITT(2),
        CRC32(4);

        private final int octets;

        Check(int octets) {
            this.octets = octets;
        }

        public int octets() {
            return octets;
        }
    }

    /**
     * A number in every message.
     *
     * @param at octets before it
     * @param size octets of it
     * @param little least significant octet first
     * @param add for a length: what is added to get that of the message; for a counter: its step
     */
    public record Number(int at, int size, boolean little, int add) {

        @Override
        public String toString() {
            return size
                    + (size == 1 ? " octet at " : " octets at ")
                    + at
                    + (size > 1 && little ? ", little-endian" : "");
        }
    }

    /** In one sentence, for people. */
    public String sentence() {
        StringBuilder text = new StringBuilder();
        text.append(
                switch (form) {
                    case TEXT -> "text";
                    case BINARY -> "binary";
                    case OPAQUE -> "encrypted or compressed";
                });
        text.append(", ").append(messages).append(" messages of ").append(shortest);
        text.append(shortest == longest ? "" : " to " + longest).append(" octets");
        if (!constants.isEmpty()) {
            text.append("; always the same: octets at ").append(places());
        }
        said(text, "length in ", length);
        said(text, "counter in ", counter);
        said(text, "answers repeat ", echo);
        if (kind >= 0) {
            text.append("; ")
                    .append(kinds.size())
                    .append(" message kinds by the octet at ")
                    .append(kind);
        }
        if (check != Check.NONE) {
            text.append("; ends with a check (").append(name()).append(')');
        }
        if (period > 0) {
            text.append("; about every ")
                    .append(Math.max(1, period / 1_000_000))
                    .append(" ms");
        }
        if (answered > 0) {
            text.append("; ").append(Math.round(answered * 100)).append(" % answered");
        }
        return text.toString();
    }

    private String name() {
        return check.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String places() {
        List<Integer> at = constants.keySet().stream().limit(8).toList();
        return String.join(", ", at.stream().map(String::valueOf).toList()) + (constants.size() > 8 ? ", ..." : "");
    }

    private static void said(StringBuilder text, String what, @Nullable Number number) {
        if (number != null) {
            text.append("; ").append(what).append(number);
        }
    }
}
