// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.amqp;

import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Sink;

/** The reader of one connection, of either version: each frame tells which it is. */
final class Conversation implements Dialogue {

    private final Logins logins = new Logins();
    private final Methods methods = new Methods(logins);
    private final Performatives performatives = new Performatives(logins);

    @Override
    public int frame(Cursor in, Direction way) {
        return Frame.size(in);
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        return switch (in.peek(0)) {
            case 'A' -> in.peek(5) == 0 ? Direction.TO_SERVER : presumed; // of 1.0, both sides send one
            case Frame.METHOD -> Methods.direction(in.peek16(Frame.SHORT), in.peek16(Frame.SHORT + 2), presumed);
            case 0 -> Performatives.direction(in.peek(Frame.LONG + 2), presumed);
            default -> presumed;
        };
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int size = Frame.size(in);
        if (size == LOST) {
            out.violation("not_amqp", in.peek(0));
            return;
        }
        if (size == MORE || size > in.left()) {
            out.violation("truncated", in.left());
            return;
        }
        if (Frame.isProtocolHeader(in)) {
            header(in, way, out);
        } else if (Frame.isLater(in)) {
            later(in, way, out);
        } else {
            earlier(in, size, way, out);
        }
    }

    /** A server answers with one where it refuses the version that was asked for. */
    private static void header(Cursor in, Direction way, Sink out) {
        in.skip(4);
        int protection = in.u8();
        String version = protection == 1 ? "0-9" : in.u8() == 1 ? "1.0" : "0-9-1";
        String words = protection == 3 ? "sasl" : protection == 2 ? "tls" : "";
        boolean asks = way == Direction.TO_SERVER;
        Sink told = asks ? out.request(Opening.PROTOCOL_HEADER) : out.response(Opening.PROTOCOL_HEADER);
        told.space("version").symbol(version).qualifier(words).tell();
    }

    private void earlier(Cursor in, int size, Direction way, Sink out) {
        int type = in.u8();
        int channel = in.u16();
        in.skip(4);
        switch (type) {
            case Frame.METHOD -> methods.read(channel, in, size - Frame.SHORT - 1, way, out);
            case Frame.HEARTBEAT -> out.notice(Method.HEARTBEAT).tell();
            default -> {}
        }
    }

    private void later(Cursor in, Direction way, Sink out) {
        in.skip(6);
        int channel = in.u16();
        if (in.left() == 0) {
            out.notice(Method.HEARTBEAT).tell();
        } else {
            performatives.read(channel, in, way, out);
        }
    }
}
