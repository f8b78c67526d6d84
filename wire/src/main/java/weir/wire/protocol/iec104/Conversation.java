// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec104;

import weir.model.Operation;
import weir.model.Phase;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;

/** One connection between a controlling and a controlled station: reads the APCI of each message. */
final class Conversation implements Dialogue {

    private final Asdu asdu = new Asdu();
    private final Pending pending = new Pending(4);

    @Override
    public int frame(Cursor in, Direction way) {
        return Apci.frame(in);
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        Apci.Format format = in.left() < Apci.HEADER ? null : Apci.format(in);
        if (format == null) {
            return presumed;
        }
        return switch (format) {
            case S -> presumed;
            case U -> directionOfControl(in.peek(2), presumed);
            case I -> Asdu.direction(in.peek(6), in.peek(8), presumed);
        };
    }

    /** Only the controlling station starts and stops the transfer of data; either may test. */
    private static Direction directionOfControl(int octet, Direction presumed) {
        Control control = Control.of(octet);
        if (control == null || control == Control.TESTFR) {
            return presumed;
        }
        return control.phase(octet) == Phase.REQUEST ? Direction.TO_SERVER : Direction.TO_CLIENT;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int length = in.peek(1);
        Apci.Format format = in.left() < Apci.HEADER ? null : Apci.format(in);
        if (!Apci.isLength(length) || format == null) {
            out.violation("bad_apci_length", length);
            return;
        }
        in.skip(2);
        int first = in.u8();
        in.skip(3);
        out.factHex("iec104", "apdu.type", first & ((first & 1) == 0 ? 1 : 3), 8);
        if (format != Apci.Format.I && length != Apci.BARE) {
            out.violation("bad_apci_length", length);
        }
        switch (format) {
            case I -> asdu.read(in, way, out);
            case S -> out.notice(Control.ACKNOWLEDGE).tell();
            case U -> control(first, way, out);
        }
    }

    private void control(int octet, Direction way, Sink out) {
        out.factHex("iec104", "utype", octet >>> 2, 8);
        Control control = Control.of(octet);
        if (control == null) {
            out.violation("unknown_control_function", octet);
            return;
        }
        if (control.phase(octet) == Phase.REQUEST) {
            Operation asked = out.request(control).tell();
            pending.ask(key(control, way), asked, out.time(), 0);
            return;
        }
        out.response(control);
        if (pending.take(key(control, way.back()))) {
            out.since(pending.time());
        }
        out.tell();
    }

    private static long key(Control control, Direction asked) {
        return control.ordinal() << 1 | asked.ordinal();
    }
}
