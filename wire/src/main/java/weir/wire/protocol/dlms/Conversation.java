// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dlms;

import java.util.Arrays;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Sink;

/** The reader of one DLMS conversation: takes messages out of the wrapper or HDLC frames, see {@link Dlms}. */
final class Conversation implements Dialogue {

    /** Longest message put together of segments. */
    private static final int LONGEST = 64 * 1024;

    private static final int COMMAND = 0xe6e6;
    private static final int ANSWER = 0xe6e7;
    private static final int CONNECT = 0x93;
    private static final int DISCONNECT = 0x53;
    private static final int ACKNOWLEDGE = 0x73;
    private static final int DISCONNECTED = 0x1f;
    private static final int UNNUMBERED = 0x13;
    private static final int POLL = 0x10;

    private final Exchange exchange = new Exchange();
    private final Hdlc hdlc = new Hdlc();
    private final Cursor apdu = new Cursor();
    private final byte[][] segments = {new byte[0], new byte[0]};
    private final int[] lengths = new int[2];
    private final boolean[] begun = new boolean[2];

    @Override
    public int frame(Cursor in, Direction way) {
        return Dlms.frame(in);
    }

    @Override
    public void lost(Direction way) {
        begun[way.ordinal()] = false;
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        if (in.peek(0) == Hdlc.FLAG) {
            return hdlc.read(in) ? linkDirection(presumed) : presumed;
        }
        int tag = in.peek(Dlms.WRAPPER);
        DlmsService service = DlmsService.of(tag);
        if (service == null) {
            return presumed;
        }
        return switch (service.phase(tag)) {
            case REQUEST -> Direction.TO_SERVER;
            case RESPONSE -> Direction.TO_CLIENT;
            case NOTICE -> presumed;
        };
    }

    private Direction linkDirection(Direction presumed) {
        int head = hdlc.information.peek16(0);
        return switch (hdlc.control | POLL) {
            case CONNECT, DISCONNECT -> Direction.TO_SERVER;
            case ACKNOWLEDGE, DISCONNECTED -> Direction.TO_CLIENT;
            default -> head == COMMAND ? Direction.TO_SERVER : head == ANSWER ? Direction.TO_CLIENT : presumed;
        };
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (in.peek(0) == Hdlc.FLAG) {
            link(in, way, out);
            return;
        }
        int size = in.left();
        int version = in.u16();
        int source = in.u16();
        int destination = in.u16();
        int length = in.u16();
        if (!in.ok() || length > in.left() || length == 0) {
            out.violation("truncated", size);
        } else if (version != 1) {
            out.violation("unknown_version", version);
        } else if (length < in.left()) {
            out.violation("wrong_length", length);
        } else {
            exchange.read(in, way == Direction.TO_SERVER ? destination : source, out);
        }
    }

    private void link(Cursor in, Direction way, Sink out) {
        int size = in.left();
        int length = Hdlc.length(in);
        if (length <= 0 || length != size) {
            out.violation("truncated", size);
            return;
        }
        if (!Hdlc.isSound(in)) {
            out.violation("bad_check_sequence", size);
            return;
        }
        if (!hdlc.read(in)) {
            out.violation("malformed", size);
            return;
        }
        Direction real = linkDirection(way);
        int device = real == Direction.TO_SERVER ? hdlc.destination : hdlc.source;
        boolean carries =
                (hdlc.control & 1) == 0 || (hdlc.control & ~POLL) == (UNNUMBERED & ~POLL) && hdlc.control < 0x20;
        if (carries && hdlc.information.left() > 0) {
            information(way, device, out);
        } else {
            exchange.link(hdlc.control | POLL, device, out);
        }
    }

    /** Segments of one message follow each other; the first has what tells the way. */
    private void information(Direction way, int device, Sink out) {
        int side = way.ordinal();
        if (!hdlc.segmented && !begun[side]) {
            told(hdlc.information, device, out);
            return;
        }
        if (!begun[side]) {
            begun[side] = hdlc.information.peek16(0) == COMMAND || hdlc.information.peek16(0) == ANSWER;
            lengths[side] = 0;
        }
        int length = lengths[side] + hdlc.information.left();
        if (!begun[side] || length > LONGEST) {
            begun[side] = false;
            if (length > LONGEST) {
                out.violation("message_too_long", length);
            }
            return;
        }
        if (segments[side].length < length) {
            segments[side] = Arrays.copyOf(segments[side], Math.max(length, 2 * segments[side].length));
        }
        System.arraycopy(
                hdlc.information.bytes(),
                hdlc.information.offset(),
                segments[side],
                lengths[side],
                hdlc.information.left());
        lengths[side] = length;
        if (!hdlc.segmented) {
            begun[side] = false;
            told(apdu.wrap(segments[side], 0, length), device, out);
        }
    }

    private void told(Cursor in, int device, Sink out) {
        int head = in.u16();
        in.skip(1);
        if (!in.ok() || head != COMMAND && head != ANSWER) {
            out.violation("malformed", head);
            return;
        }
        exchange.read(in, device, out);
    }
}
