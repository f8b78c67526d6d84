// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are made of bytes by some rule (an object identifier in dots), each made once while the bytes repeat. Holds
 * as many as it was made for, of at most {@value #LONGEST} bytes; a further one takes another's place.
 */
final class Spellings {

    /** A rule that makes text of bytes. */
    @FunctionalInterface
    interface Rule {
        String spell(byte[] data, int from, int length);
    }

    private static final int LONGEST = 128;
    private static final int NEAR = 4;

    private final Rule rule;
    private final int mask;
    private byte @Nullable [] @Nullable [] bytes;
    private @Nullable String[] texts = {};
    private int turn;

    /** @param capacity a power of two, at least 4 */
    Spellings(int capacity, Rule rule) {
        this.rule = rule;
        mask = capacity - 1;
    }

    String of(byte[] data, int from, int length) {
        if (length > LONGEST) {
            return rule.spell(data, from, length);
        }
        byte @Nullable [] @Nullable [] table = bytes;
        if (table == null) {
            table = new byte @Nullable [mask + 1] @Nullable [];
            bytes = table;
            texts = new @Nullable String[mask + 1];
        }
        int home = hash(data, from, length);
        int free = -1;
        for (int i = 0; i < NEAR; i++) {
            int slot = home + i & mask;
            byte[] known = table[slot];
            String text = texts[slot];
            if (known == null || text == null) {
                free = slot;
                break;
            }
            if (Arrays.equals(known, 0, known.length, data, from, from + length)) {
                return text;
            }
        }
        int slot = free >= 0 ? free : home + (turn++ & NEAR - 1) & mask;
        String made = rule.spell(data, from, length);
        table[slot] = Arrays.copyOfRange(data, from, from + length);
        texts[slot] = made;
        return made;
    }

    private static int hash(byte[] data, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + data[i];
        }
        return hash ^ hash >>> 15;
    }
}
