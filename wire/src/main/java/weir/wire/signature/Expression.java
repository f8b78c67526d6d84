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

    /** Where it is found first: its end counted from {@code from}; -1 where it is not, or takes too long. */
    int find(byte[] data, int from, int to, int begin) {
        try {
            Matcher matcher = pattern.matcher(new Text(data, from, to - from, new int[1]));
            return matcher.find(begin) ? matcher.end() : -1;
        } catch (Exhausted | StackOverflowError e) {
            return -1;
        }
    }

    private static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super("looked too often", null, false, false);
        }
    }

    /** Octets as text that lets itself be looked at only so often. */
    private record Text(byte[] data, int from, int length, int[] looks) implements CharSequence {

        private static final int MOST_LOOKS = 200_000;

        @Override
        public char charAt(int index) {
            if (++looks[0] > MOST_LOOKS) {
                throw new Exhausted();
            }
            return (char) (data[from + index] & 0xff);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Text(data, from + start, end - start, looks);
        }
    }
}
