// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import weir.model.Operation;
import weir.model.PointValue;
import weir.model.Subject;
import weir.model.Target;
import weir.wire.Cursor;
import weir.wire.Sink;

/** The elements of a variable as process values, each a point at its own address. */
final class Values {

    /** Parts of a note: transport size, whether addresses are numbers, which variable of the message. */
    static final int SIZE = 0x3f;

    static final int NUMBERED = 0x80;
    static final int ITEM = 8;

    private Values() {}

    static void tell(Operation variable, int note, Cursor in, PointValue.Origin origin, Sink out) {
        TransportSize size = TransportSize.of(note & SIZE);
        Target target = variable.target();
        if (!out.wantsPoints() || size == null || size.width() == 0) {
            return;
        }
        Subject subject = out.server(target.unit());
        int step = (note & NUMBERED) != 0 ? 1 : size.width();
        // the same octets are read as numbers of several sizes, which are variables of their own
        String symbol = target.symbol().isEmpty() ? size.name() : target.symbol();
        for (long i = 0; i < target.count() && in.left() >= size.width(); i++) {
            read(size, in, out);
            out.point(subject, target.space(), target.first() + i * step, symbol, size.name(), origin);
        }
    }

    private static void read(TransportSize size, Cursor in, Sink out) {
        switch (size) {
            case BIT, BYTE, CHAR -> out.reading().integer(in.u8());
            case WORD, DATE, S5TIME, COUNTER, TIMER -> out.reading().integer(in.u16());
            case INT -> out.reading().integer(in.i16());
            case DWORD, TIME_OF_DAY -> out.reading().integer(in.u32());
            case DINT, TIME -> out.reading().integer(in.i32());
            case REAL -> out.reading().number(in.f32());
            case DATE_AND_TIME -> out.reading().integer(in.u64());
            case IEC_TIMER, IEC_COUNTER, HS_COUNTER -> in.skip(in.left());
        }
    }
}
