// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Texts of one form, a prefix and a number of 32 bits, for numbers too large and too scattered to be listed: each made
 * once while it repeats. Holds at most {@value #MOST}; a further one takes another's place.
 */
public final class KnownNumbers {

    private static final int MOST = 64;

    private final String prefix;
    private final boolean hexadecimal;
    private final long[] numbers = new long[MOST];
    private final @Nullable String[] texts = new @Nullable String[MOST];

    private KnownNumbers(String prefix, boolean hexadecimal) {
        this.prefix = prefix;
        this.hexadecimal = hexadecimal;
    }

    public static KnownNumbers decimal(String prefix) {
        return new KnownNumbers(prefix, false);
    }

    /** Numbers written as {@code 0x} and 8 digits. */
    public static KnownNumbers hexadecimal(String prefix) {
        return new KnownNumbers(prefix, true);
    }

    public String of(long number) {
        int slot = (int) (number * 0x9e37_79b9_7f4a_7c15L >>> 58) & MOST - 1;
        String text = texts[slot];
        if (text == null || numbers[slot] != number) {
            text = prefix + (hexadecimal ? String.format("0x%08x", number) : Long.toString(number));
            texts[slot] = text;
            numbers[slot] = number;
        }
        return text;
    }
}
