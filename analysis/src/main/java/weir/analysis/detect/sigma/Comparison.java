// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.sigma;

import org.jspecify.annotations.Nullable;

/** How the value of a field is compared with what a rule names. */
public sealed interface Comparison permits Glob, Regex, Cidr, Comparison.Number, Comparison.Presence {

    /** @param value null where the record has no such field */
    boolean holds(@Nullable String value, Evidence on);

    /** Which way a number is compared. */
    enum Order {
        LT,
        LTE,
        GT,
        GTE
    }

    /** The value is a number that is less or more than the rule's. */
    record Number(Order order, double bound) implements Comparison {

        private static final int LONGEST = 32;

        @Override
        public boolean holds(@Nullable String value, Evidence on) {
            double number = number(value);
            return switch (order) {
                case LT -> number < bound;
                case LTE -> number <= bound;
                case GT -> number > bound;
                case GTE -> number >= bound;
            };
        }

        /** Windows writes some of its numbers in hexadecimal; what is no number compares with nothing. */
        static double number(@Nullable String text) {
            if (text == null || text.isEmpty() || text.length() > LONGEST) {
                return Double.NaN;
            }
            try {
                return text.startsWith("0x")
                        ? Long.parseUnsignedLong(text, 2, text.length(), 16)
                        : Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }
    }

    /** The field is there and says something, or is not: Sigma's exists and null. */
    record Presence(boolean there, boolean emptyIsAbsent) implements Comparison {

        @Override
        public boolean holds(@Nullable String value, Evidence on) {
            return there == (value != null && !(emptyIsAbsent && value.isEmpty()));
        }
    }
}
