// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.fins;

import weir.model.PointValue.Origin;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/** The scattered items that were last asked for, in the order in which the answer gives their values. */
final class Places {

    /** As many as one command may name (OMRON W342 section 5-3-5: 167). */
    private static final int MOST = 256;

    private final int[] codes = new int[MOST];
    private final long[] items = new long[MOST];
    private int count;
    private int serial;

    void clear() {
        count = 0;
        serial = serial + 1 & 0xffff;
    }

    void add(int code, long item) {
        if (count < MOST) {
            codes[count] = code;
            items[count++] = item;
        }
    }

    /** Tells this list from those before it. */
    int serial() {
        return serial;
    }

    /** Each value is preceded by the code of its area. */
    void tell(Cursor in, Subject device, Sink out) {
        for (int i = 0; i < count; i++) {
            int code = in.u8();
            Area area = code == codes[i] ? Area.of(code) : null;
            if (!in.ok() || area == null || in.left() < area.item().octets) {
                out.violation("length_mismatch", in.left());
                return;
            }
            area.tell(in, items[i], 1, device, Origin.READ, out);
        }
    }
}
