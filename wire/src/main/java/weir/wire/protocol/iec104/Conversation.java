// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec104;

import java.util.EnumSet;
import java.util.Set;
import weir.model.Operation;
import weir.model.Phase;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;

/**
 * One connection between a controlling and a controlled station: cuts it into messages and reads the APCI of each. What
 * lies between messages is cut off as one of its own, up to where one surely begins.
 */
final class Conversation implements Dialogue {

    /** Longer than any message. */
    private static final int LONGEST_STRAY = 512;

    /** Start and length of a message whose length none may have: all that can be said of it. */
    private static final int WITHOUT_LENGTH = 2;

    private final Asdu asdu = new Asdu();
    private final Pending pending = new Pending(4);
    private final Cursor ahead = new Cursor();

    /** Where messages begin is not known, by direction: what is between them is no fault of the sender. */
    private final Set<Direction> blind = EnumSet.allOf(Direction.class);

    @Override
    public int frame(Cursor in, Direction way) {
        if (!Apci.mayBegin(in)) {
            return stray(in);
        }
        int length = in.peek(1);
        if (length >= 0 && !Apci.isLength(length)) {
            return WITHOUT_LENGTH;
        }
        return in.left() < Apci.HEADER ? MORE : 2 + length;
    }

    /** How many bytes are before the next message, once that can be told; at most {@value #LONGEST_STRAY} at a time. */
    private int stray(Cursor in) {
        for (int at = 1; at <= LONGEST_STRAY; at++) {
            if (at >= in.left()) {
                return MORE;
            }
            if (in.peek(at) == Apci.START) {
                switch (Apci.likeness(ahead.wrap(in.bytes(), in.offset() + at, in.left() - at))) {
                    case MORE -> {
                        return MORE;
                    }
                    case MAYBE, SURE -> {
                        return at;
                    }
                    case NO -> {}
                }
            }
        }
        return LONGEST_STRAY;
    }

    @Override
    public void lost(Direction way) {
        blind.add(way);
        asdu.lost();
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
        if (in.peek(0) != Apci.START || format == null) {
            unreadable(in, way, out);
            return;
        }
        blind.remove(way);
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

    private void unreadable(Cursor in, Direction way, Sink out) {
        if (in.peek(0) == Apci.START && in.left() == WITHOUT_LENGTH) {
            out.violation("bad_apci_length", in.peek(1));
            blind.add(way);
        } else if (!blind.contains(way)) {
            out.violation("stray_bytes", in.left());
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
        return 2L * control.code() + (asked == Direction.TO_SERVER ? 1 : 0);
    }
}
