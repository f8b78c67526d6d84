// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import org.jspecify.annotations.Nullable;

/** Texts that are made of a number, each made once as long as not too many others come: for names of several parts. */
public final class Spelled {

    private static final int KEPT = 1 << 12;

    /** How a number is written. */
    public interface Writing {
        String of(long number);
    }

    private record Entry(long number, String text) {}

    private final Writing writing;
    private final @Nullable Entry[] kept = new @Nullable Entry[KEPT];

    public Spelled(Writing writing) {
        this.writing = writing;
    }

    public String of(long number) {
        int slot = (int) (number * 0x9e37_79b9_7f4a_7c15L >>> 52);
        Entry entry = kept[slot];
        if (entry == null || entry.number != number) {
            entry = new Entry(number, writing.of(number));
            kept[slot] = entry;
        }
        return entry.text;
    }
}
