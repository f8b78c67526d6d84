// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Names that one side has given numbers, so that later messages say the number alone. Holds at most {@value #MOST}; of
 * further ones some take another's place and some are not kept.
 */
public final class NumberedNames {

    private static final int MOST = 1 << 11;
    private static final int NEAR = 8;
    /** Places to begin with; they are doubled when half of them are taken. */
    private static final int FEW = 32;

    private long[] keys = {};
    private byte[] notes = {};
    private @Nullable String[] names = {};
    private int count;
    private int note;

    /** @param extra a small number that belongs to the name */
    public void put(long key, String name, int extra) {
        if (2 * count >= names.length && names.length < 2 * MOST) {
            grow();
        }
        set(slotFor(key), key, name, extra);
    }

    private void grow() {
        long[] oldKeys = keys;
        byte[] oldNotes = notes;
        @Nullable String[] oldNames = names;
        int places = Math.max(FEW, 2 * oldNames.length);
        keys = new long[places];
        notes = new byte[places];
        names = new @Nullable String[places];
        count = 0;
        for (int i = 0; i < oldNames.length; i++) {
            String name = oldNames[i];
            if (name != null) {
                set(slotFor(oldKeys[i]), oldKeys[i], name, oldNotes[i]);
            }
        }
    }

    private void set(int slot, long key, String name, int extra) {
        if (slot >= 0) {
            count += names[slot] == null ? 1 : 0;
            keys[slot] = key;
            notes[slot] = (byte) extra;
            names[slot] = name;
        }
    }

    /** Where the key is, else a free place; when full, the place of another. */
    private int slotFor(long key) {
        int home = home(key);
        int slot = -1;
        for (int i = 0; i < NEAR; i++) {
            int near = home + i & names.length - 1;
            boolean free = names[near] == null;
            if (!free && keys[near] == key) {
                return near;
            }
            if (slot < 0 && (free ? count < MOST : count == MOST || i == NEAR - 1)) {
                slot = near;
            }
        }
        return slot;
    }

    /** Empty for a number that is not known; {@link #note} then tells nothing. */
    public String get(long key) {
        int home = home(key);
        for (int i = 0; i < NEAR && names.length > 0; i++) {
            int near = home + i & names.length - 1;
            String name = names[near];
            if (name != null && keys[near] == key) {
                note = notes[near];
                return name;
            }
        }
        note = 0;
        return "";
    }

    /** What was put with the name last found. */
    public int note() {
        return note;
    }

    private int home(long key) {
        return (int) (key * 0x9e37_79b9_7f4a_7c15L >>> 40) & names.length - 1;
    }
}
