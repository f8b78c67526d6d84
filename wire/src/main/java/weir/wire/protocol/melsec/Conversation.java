// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.melsec;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Service;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.Spelled;

/** Frames to a controller, or through it to others. */
final class Conversation implements Dialogue {

    private static final Spelled UNITS = new Spelled(Conversation::unit);
    private static final int OWN_STATION = 0xff;

    private final Pending pending = new Pending(64);
    private final Cursor data = new Cursor();
    private final Fields fields = new Fields(data);
    private final Places places = new Places();
    private final Requests requests = new Requests(places);
    private final Answers answers = new Answers(places);
    private final Tools tools = new Tools();
    private final OneE oneE = new OneE();

    @Override
    public int frame(Cursor in, Direction way) {
        if (!OneE.mayBegin(in.peek(0))) {
            return Frame.length(in);
        }
        return in.peek(0) >= Frame.ANSWER ? oneE.answer(in) : OneE.request(in);
    }

    @Override
    public void lost(Direction way) {
        oneE.lost();
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        int first = in.peek(0);
        return first < 0 ? presumed : Frame.isAnswer(first) ? Direction.TO_CLIENT : Direction.TO_SERVER;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (Search.isOne(in)) {
            Search.read(in, pending, out);
            return;
        }
        if (OneE.mayBegin(in.peek(0))) {
            oneE.read(in, out);
            return;
        }
        int size = Frame.length(in);
        if (size <= 0 || size > in.left()) {
            out.violation(size < 0 ? "not_a_frame" : "truncated", in.left());
            return;
        }
        if (size < in.left()) {
            out.violation("length_mismatch", in.left());
        }
        int first = in.peek(0);
        in.slice(size, data);
        if ((first & ~Frame.ANSWER) == Frame.TOOLS) {
            tools.read(data, out);
            return;
        }
        fields.ascii = Frame.isAscii(first);
        frame(Frame.isAnswer(first), out);
    }

    private void frame(boolean answer, Sink out) {
        long serial = 0;
        if (fields.ascii) {
            data.skip(1);
            boolean numbered = data.u8() == '4';
            data.skip(2);
            serial = numbered ? serial() : 0;
        } else {
            boolean numbered = (data.u8() & ~Frame.ANSWER) == Frame.FOUR_E;
            data.skip(1);
            serial = numbered ? serial() : 0;
        }
        long end = (long) fields.octet() << 32 | (long) fields.octet() << 24;
        end |= (long) fields.word() << 8 | fields.octet();
        fields.word();
        if (answer) {
            answer(serial << 40 | end, end, out);
        } else {
            request(serial << 40 | end, end, out);
        }
    }

    private long serial() {
        int serial = fields.word();
        fields.word();
        return serial;
    }

    private void request(long key, long end, Sink out) {
        fields.word();
        int code = fields.word();
        int subcommand = fields.word();
        if (!isWhole(data, out)) {
            return;
        }
        if (Commands.of(code) == null) {
            out.violation("unknown_command", code);
        }
        Service service = Commands.service(code);
        Operation told = requests.read(service, subcommand, UNITS.of(end), fields, out);
        if (told != null) {
            pending.ask(key, told, out.time(), requests.note());
        }
    }

    private void answer(long key, long end, Sink out) {
        int code = fields.word();
        if (!isWhole(data, out)) {
            return;
        }
        @Nullable Pending asked = pending.take(key) ? pending : null;
        answers.read(asked, code, UNITS.of(end), fields, out);
    }

    /** Network, station, module, multidrop station: "" for the CPU that the connection leads to. */
    private static String unit(long end) {
        long network = end >> 32;
        long station = end >> 24 & 0xff;
        long multidrop = end & 0xff;
        StringBuilder text = new StringBuilder();
        if (network != 0 || station != OWN_STATION) {
            text.append("network ").append(network).append(" station ").append(station);
        }
        if (multidrop != 0) {
            text.append(text.isEmpty() ? "" : " ").append("multidrop ").append(multidrop);
        }
        return text.toString();
    }

    static boolean isWhole(Cursor in, Sink out) {
        if (!in.ok()) {
            out.violation("truncated", in.read());
        }
        return in.ok();
    }
}
