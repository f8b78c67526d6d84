// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.openvpn;

import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Phrase;
import weir.wire.Sink;
import weir.wire.protocol.tls.Tls;

/** Two ends of a tunnel. */
final class Conversation implements Dialogue {

    private static final int PREFIX = 2;
    private static final int MOST_ACKNOWLEDGED = 8;

    private final Phrase phrase = new Phrase();
    private final Cursor record = new Cursor();
    private final Dialogue tls = new Tls().open();
    private final boolean[] encrypted = new boolean[2];
    private Protection protection = Protection.NONE;
    private long reset;

    @Override
    public int frame(Cursor in, Direction way) {
        int length = in.peek16(0);
        if (in.left() < PREFIX + 1) {
            return MORE;
        }
        Opcode opcode = Opcode.of(in.peek(PREFIX));
        boolean right = opcode != null && length <= Packet.LONGEST && length >= (opcode.isData() ? 2 : Packet.HEAD + 5);
        return right ? PREFIX + length : LOST;
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        int first = in.peek16(0) == in.left() - PREFIX ? in.peek(PREFIX) : in.peek(0);
        Opcode opcode = Opcode.of(first);
        if (opcode == null) {
            return presumed;
        }
        return opcode.isClientReset() ? Direction.TO_SERVER : opcode.isServerReset() ? Direction.TO_CLIENT : presumed;
    }

    @Override
    public void lost(Direction way) {
        tls.lost(way);
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (out.at().transport() == Transport.TCP && in.u16() != in.left()) {
            out.violation("truncated", in.left());
            return;
        }
        Opcode opcode = Opcode.of(in.peek(0));
        if (opcode == null) {
            out.violation("unknown_opcode", in.peek(0));
            return;
        }
        if (opcode.isData()) {
            data(opcode, in, way, out);
            return;
        }
        if (in.left() < Packet.HEAD + 5) {
            out.violation("truncated", in.left());
            return;
        }
        control(opcode, in, way, out);
    }

    /** Only the first of each direction is told: all the others say the same. */
    private void data(Opcode opcode, Cursor in, Direction way, Sink out) {
        if (in.left() < PREFIX) {
            out.violation("truncated", in.left());
        } else if (!encrypted[way.ordinal()]) {
            encrypted[way.ordinal()] = true;
            out.notice(opcode).qualifier("encrypted").tell();
        }
    }

    private void control(Opcode opcode, Cursor in, Direction way, Sink out) {
        if (opcode.isClientReset()) {
            Protection found = Protection.ofReset(in);
            if (found == Protection.UNKNOWN) {
                out.violation("malformed_reset", in.left());
                return;
            }
            protection = found;
        }
        in.skip(1);
        phrase.begin();
        for (int i = 0; i < 8; i++) {
            phrase.hex(in.u8(), 2);
        }
        String session = phrase.take(out);
        boolean readable = protection != Protection.ENCRYPTED;
        in.skip(readable ? protection.length() : 0);
        if (readable && !acknowledgements(opcode, in)) {
            out.violation("malformed_control", opcode.code());
            return;
        }
        begin(opcode, out);
        out.space("session").symbol(session).qualifier(protection.word).tell();
        if (readable && opcode == Opcode.CONTROL) {
            records(in, way, out);
        }
    }

    private void begin(Opcode opcode, Sink out) {
        if (opcode.isClientReset()) {
            reset = out.time();
            out.request(opcode);
        } else if (opcode.isServerReset()) {
            out.response(opcode);
            if (reset != 0) {
                out.since(reset);
                reset = 0;
            }
        } else {
            out.notice(opcode);
        }
    }

    /** Passes what is acknowledged and the number of the packet. */
    private static boolean acknowledgements(Opcode opcode, Cursor in) {
        int count = in.u8();
        if (count > MOST_ACKNOWLEDGED) {
            return false;
        }
        in.skip(4 * count + (count > 0 ? 8 : 0));
        in.skip(opcode == Opcode.ACKNOWLEDGEMENT ? 0 : 4);
        return in.ok();
    }

    /** Records of TLS that are whole in one packet: hellos mostly are. */
    private void records(Cursor in, Direction way, Sink out) {
        out.speaking("tls");
        for (int size = tls.frame(in, way); size != MORE && size != LOST; size = tls.frame(in, way)) {
            int length = size > 0 ? size : Dialogue.skipped(size);
            if (length > in.left() || length <= 0) {
                break;
            }
            in.slice(length, record);
            if (size > 0) {
                tls.message(record, way, out);
            }
        }
        out.speaking("openvpn");
    }
}
