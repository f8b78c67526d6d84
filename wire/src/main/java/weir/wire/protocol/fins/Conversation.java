// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.fins;

import weir.model.Operation;
import weir.model.Service;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.NamedCodes;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.Spelled;
import weir.wire.Vocabulary;
import weir.wire.protocol.fins.Commands.OfConnection;

/** FINS frames between two nodes, or more behind a gateway. */
final class Conversation implements Dialogue {

    private static final int ANSWER = 0x40;
    private static final int NO_ANSWER = 0x01;
    private static final int TCP_HEADER = 16;

    private static final Spelled UNITS = new Spelled(Conversation::unit);
    private static final Numbered NODE = new Numbered("node ");
    private static final NamedCodes TCP_ERRORS = new NamedCodes("fins/tcp-errors", "error_");

    private final Pending pending = new Pending(64);
    private final Cursor data = new Cursor();
    private final Places places = new Places();
    private final Requests requests = new Requests(places);
    private final Answers answers = new Answers(places);

    @Override
    public int frame(Cursor in, Direction way) {
        return Fins.frame(in);
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        if (in.peek32(0) != Fins.MAGIC) {
            return in.left() < Fins.HEADER ? presumed : byControl(in.peek(0));
        }
        return switch ((int) in.peek32(8)) {
            case 0 -> Direction.TO_SERVER;
            case 1 -> Direction.TO_CLIENT;
            case 2 -> in.left() > TCP_HEADER ? byControl(in.peek(TCP_HEADER)) : presumed;
            default -> presumed;
        };
    }

    private static Direction byControl(int control) {
        return (control & ANSWER) != 0 ? Direction.TO_CLIENT : Direction.TO_SERVER;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (out.at().transport() != Transport.TCP || in.peek32(0) != Fins.MAGIC) {
            fins(in, out);
            return;
        }
        in.skip(4);
        long length = in.u32();
        long command = in.u32();
        long error = in.u32();
        if (!in.ok() || length - 8 > in.left()) {
            out.violation("truncated", length);
            return;
        }
        connection((int) command, (int) error, in, out);
    }

    private void connection(int command, int error, Cursor in, Sink out) {
        switch (command) {
            case 0 -> {
                in.skip(4);
                if (isWhole(in, out)) {
                    pending.ask(-1, out.request(OfConnection.NODE_ADDRESS).tell(), out.time(), 0);
                }
            }
            case 1 -> nodes(error, in, out);
            case 2 -> fins(in, out);
            case 3 ->
                out.notice(OfConnection.FRAME_ERROR)
                        .refused(error, TCP_ERRORS.of(error))
                        .tell();
            case 6 -> out.notice(OfConnection.CONFIRM_CONNECTION).tell();
            default -> out.violation("unknown_tcp_command", command);
        }
    }

    /** The server gives both ends their node numbers. */
    private void nodes(int error, Cursor in, Sink out) {
        in.skip(4);
        int server = in.i32();
        if (!isWhole(in, out)) {
            return;
        }
        out.response(OfConnection.NODE_ADDRESS).qualifier(NODE.of(server & 0xff));
        if (pending.take(-1)) {
            out.since(pending.time());
        }
        if (error != 0) {
            out.refused(error, TCP_ERRORS.of(error));
        }
        out.tell();
    }

    private void fins(Cursor in, Sink out) {
        int control = in.u8();
        in.skip(2);
        int destination = in.u24();
        int source = in.u24();
        int number = in.u8();
        int code = in.u16();
        if (!isWhole(in, out)) {
            return;
        }
        out.factHex("fins", "command", code, 4);
        Vocabulary.Listed listed = Commands.of(code);
        if (listed == null) {
            out.violation("unknown_command", code);
        }
        Service service = listed == null ? Commands.unlisted(code) : listed;
        in.slice(in.left(), data);
        if ((control & ANSWER) == 0) {
            String unit = UNITS.of(destination);
            Operation asked = requests.read(service, listed == null ? "" : listed.form(), unit, data, out);
            if (asked != null && (control & NO_ANSWER) == 0) {
                pending.ask(key(source, number, code), asked, out.time(), requests.note());
            }
        } else {
            boolean met = pending.take(key(destination, number, code));
            answers.read(service, UNITS.of(source), met ? pending : null, data, out);
        }
    }

    /** The address of who asked, its number, the command: an answer repeats all three. */
    private static long key(int asker, int number, int code) {
        return (long) asker << 24 | number << 16 | code;
    }

    /** Network, node, unit: "" for the CPU of a controller in the own network. */
    private static String unit(long address) {
        long network = address >> 16;
        long unit = address & 0xff;
        String of = unit == 0 ? "" : "unit " + unit;
        return network == 0 ? of : ("network " + network + " node " + (address >> 8 & 0xff) + " " + of).strip();
    }

    static boolean isWhole(Cursor in, Sink out) {
        if (!in.ok()) {
            out.violation("truncated", in.read());
        }
        return in.ok();
    }
}
