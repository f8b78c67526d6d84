// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression over the octets of a payload, each a character.
 *
 * @param relative it begins after what was found before
 */
public record Expression(Pattern pattern, boolean negated, boolean relative) implements PayloadTest {

    /** What {@link #find} answers when the octets may not be looked at more often. */
    static final int GIVEN_UP = -2;

    /** Where it is found first: its end counted from {@code from}; -1 where it is not. */
    int find(byte[] data, int from, int to, int begin, Allowance allowance) {
        try {
            Matcher matcher = pattern.matcher(new Text(data, from, to - from, allowance));
            return matcher.find(begin) ? matcher.end() : -1;
        } catch (Exhausted | StackOverflowError e) {
            return GIVEN_UP;
        }
    }

    /** How often all expressions of a body may look at a payload, together. */
    static final class Allowance {

        private static final int MOST_LOOKS = 200_000;

        private int left = MOST_LOOKS;

        void renew() {
            left = MOST_LOOKS;
        }

        private void look() {
            if (--left < 0) {
                throw new Exhausted();
            }
        }
    }

    private static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super("looked too often", null, false, false);
        }
    }

    /** Octets as text that lets itself be looked at only so often. */
    private record Text(byte[] data, int from, int length, Allowance allowance) implements CharSequence {

        @Override
        public char charAt(int index) {
            allowance.look();
            return (char) (data[from + index] & 0xff);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Text(data, from + start, end - start, allowance);
        }
    }
}
