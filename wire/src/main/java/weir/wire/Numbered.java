// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import org.jspecify.annotations.Nullable;

/** Texts of the form prefix and number ("unit 3"), each made once, up to 65,536 numbers; beyond, made anew. */
public final class Numbered {

    private static final int MOST = 1 << 16;

    private final String prefix;
    private final boolean hexadecimal;
    private @Nullable String[] made = new @Nullable String[16];

    public Numbered(String prefix) {
        this(prefix, false);
    }

    private Numbered(String prefix, boolean hexadecimal) {
        this.prefix = prefix;
        this.hexadecimal = hexadecimal;
    }

    /** Numbers written as {@code 0x} and at least two digits. */
    public static Numbered hex(String prefix) {
        return new Numbered(prefix, true);
    }

    public String of(long number) {
        if (number < 0 || number >= MOST) {
            return make(number);
        }
        int index = (int) number;
        @Nullable String[] table = made;
        if (index >= table.length) {
            table = java.util.Arrays.copyOf(table, Math.min(MOST, Integer.highestOneBit(index) << 1));
            made = table;
        }
        String text = table[index];
        if (text == null) {
            text = make(number);
            table[index] = text;
        }
        return text;
    }

    private String make(long number) {
        if (!hexadecimal) {
            return prefix + number;
        }
        String digits = Long.toHexString(number);
        return prefix + (digits.length() < 2 ? "0x0" : "0x") + digits;
    }
}
