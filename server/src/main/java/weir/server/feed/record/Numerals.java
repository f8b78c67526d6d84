// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

/** Numbers as logs write them. */
final class Numerals {

    private static final int MOST_DIGITS = 18;

    private Numerals() {}

    /** A count in decimal digits, or in hexadecimal after {@code 0x}; 0 where the text is none. */
    static long count(String text) {
        boolean hexadecimal = text.startsWith("0x");
        int from = hexadecimal ? 2 : 0;
        if (text.length() == from || text.length() - from > (hexadecimal ? 15 : MOST_DIGITS)) {
            return 0;
        }
        long value = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), hexadecimal ? 16 : 10);
            if (digit < 0 || text.charAt(i) > 'f') {
                return 0;
            }
            value = value * (hexadecimal ? 16 : 10) + digit;
        }
        return value;
    }

    static int port(String text) {
        long value = count(text);
        return value > 0xffff ? 0 : (int) value;
    }
}
