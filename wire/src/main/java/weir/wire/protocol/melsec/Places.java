// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.melsec;

import org.jspecify.annotations.Nullable;
import weir.model.PointValue.Origin;
import weir.model.Subject;
import weir.wire.Sink;

/** The devices that were last asked for, in the order in which the answer gives their values. */
final class Places {

    /** More than one command may name (192 words, 120 blocks). */
    private static final int MOST = 256;

    private final @Nullable Device[] devices = new @Nullable Device[MOST];
    private final long[] first = new long[MOST];
    private final int[] words = new int[MOST];
    private final boolean[] twice = new boolean[MOST];
    private int count;
    private int serial;

    void clear() {
        count = 0;
        serial = serial + 1 & 0xffff;
    }

    /** @param doubled values of 32 bits */
    void add(@Nullable Device device, long number, int length, boolean doubled) {
        if (count < MOST) {
            devices[count] = device;
            first[count] = number;
            twice[count] = doubled;
            words[count++] = length;
        }
    }

    int serial() {
        return serial;
    }

    void tell(Fields in, Subject of, Sink out) {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < words[i]; j++) {
                if (in.left(twice[i] ? 4 : 2) < 1) {
                    out.violation("length_mismatch", in.in.left());
                    return;
                }
                long value = twice[i] ? in.doubleWord() : in.word();
                Device device = devices[i];
                if (device != null) {
                    long step = device.ofBits() ? 16L * j : j;
                    Values.tell(device, first[i] + step, value, twice[i] ? "u32" : "u16", of, Origin.READ, out);
                }
            }
        }
    }
}
