// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iso;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Texts of the form prefix and four hexadecimal digits ("SZL 0x0011"), each made once; at most 65,536 of them. */
public final class HexWord {

    private final String prefix;
    private @Nullable String[] made = new @Nullable String[16];

    public HexWord(String prefix) {
        this.prefix = prefix + "0x";
    }

    public String of(int word) {
        int index = word & 0xffff;
        @Nullable String[] table = made;
        if (index >= table.length) {
            table = Arrays.copyOf(table, Integer.highestOneBit(index) << 1);
            made = table;
        }
        String text = table[index];
        if (text == null) {
            text = prefix + Integer.toHexString(index | 0x10000).substring(1);
            table[index] = text;
        }
        return text;
    }
}
