// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7plus;

import weir.model.PointValue;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * Values that were subscribed to. They go by the numbers that the subscription gave them, which panels count down from -1.
 *
 * <pre>
 * subscription u32 | form u16 | u16 | u16 | number u8; in later forms another v | changes u8, or 0: time u64 | changes u8
 *   | { 0x92 | item u32 | value, or 0x9b | item v | value, or 0x03, 0x13 | item u32: not there } ... 0
 * </pre>
 */
final class Notifications {

    private static final int FIRST_FORM = 0x0400;
    private static final int VALUE = 0x92;
    private static final int SHORT_VALUE = 0x9b;
    private static final int MISSING = 0x13;
    private static final int ALSO_MISSING = 0x03;
    private static final int OTHER = 0x9c;
    private static final int MOST_ITEMS = 1024;
    private static final Numbered ITEM = new Numbered("item ");
    private static final Numbered ITEM_BELOW = new Numbered("item -");

    private final Values values;

    Notifications(Values values) {
        this.values = values;
    }

    void read(Cursor in, String unit, Sink out) {
        int length = in.left();
        in.skip(4);
        int form = in.u16();
        in.skip(2 * 2 + 1);
        if (form != FIRST_FORM) {
            Packed.u32(in);
        }
        if (in.u8() == 0) {
            in.skip(7 + 1);
        }
        if (!in.ok()) {
            out.violation("truncated", length);
            return;
        }
        out.notice(Function.NOTIFICATION).unit(unit).space("subscription").tell();
        Subject owner = out.sender(unit);
        for (int i = 0; i < MOST_ITEMS && in.ok(); i++) {
            switch (in.u8()) {
                case VALUE -> item(in.i32(), in, owner, out);
                case SHORT_VALUE -> item((int) Packed.u32(in), in, owner, out);
                case MISSING, ALSO_MISSING, OTHER -> in.skip(4);
                default -> {
                    return;
                }
            }
        }
    }

    private void item(int item, Cursor in, Subject owner, Sink out) {
        String name = item < 0 ? ITEM_BELOW.of(-(long) item) : ITEM.of(item);
        values.tell(in, owner, "subscription", name, PointValue.Origin.REPORTED, out);
    }
}
