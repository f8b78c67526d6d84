// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

/**
 * One cyclic exchange that was agreed on (an IOCR): which frames, and where in them the data of each submodule stand,
 * with their status behind them.
 */
final class IoRelationship {

    static final int INPUT = 1;
    static final int OUTPUT = 2;

    /** Submodules with data in one frame; a frame has 1440 octets. */
    private static final int MOST = 256;

    /** Not chosen yet: the device will. */
    private static final int OPEN = 0xffff;

    int kind;
    int reference;
    int frame = OPEN;
    int length;

    private int count;
    private int[] slots = new int[8];
    private int[] subslots = new int[8];
    private int[] offsets = new int[8];
    private int[] lengths = new int[8];

    void add(int slot, int subslot, int offset) {
        if (count == MOST) {
            return;
        }
        if (count == slots.length) {
            slots = java.util.Arrays.copyOf(slots, 2 * count);
            subslots = java.util.Arrays.copyOf(subslots, 2 * count);
            offsets = java.util.Arrays.copyOf(offsets, 2 * count);
            lengths = java.util.Arrays.copyOf(lengths, 2 * count);
        }
        slots[count] = slot;
        subslots[count] = subslot;
        offsets[count] = offset;
        count++;
    }

    /** How many octets of data a submodule has in this direction. */
    void measure(int slot, int subslot, int octets) {
        for (int i = 0; i < count; i++) {
            if (slots[i] == slot && subslots[i] == subslot) {
                lengths[i] = octets;
            }
        }
    }

    int count() {
        return count;
    }

    int slot(int i) {
        return slots[i];
    }

    int subslot(int i) {
        return subslots[i];
    }

    int offset(int i) {
        return offsets[i];
    }

    int length(int i) {
        return lengths[i];
    }
}
