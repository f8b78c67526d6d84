// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tristation;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Service;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.Vocabulary;

/** An engineering station and a controller. */
final class Conversation implements Dialogue {

    private static final Numbered CHANNEL = new Numbered("channel ");
    private static final int PROJECT = 10;

    /** Keys of {@link #pending}: numbers of commands, and of what has none. */
    private static final int NO_NUMBER = 0x100;

    private final Pending pending = new Pending(64);
    private final Cursor data = new Cursor();
    private final Answers answers = new Answers();
    private final Programs programsDown = new Programs("program", Transfer.Way.INTO_DEVICE);
    private final Programs functionsDown = new Programs("function", Transfer.Way.INTO_DEVICE);
    private final Programs programsUp = new Programs("program", Transfer.Way.OUT_OF_DEVICE);
    private final Programs functionsUp = new Programs("function", Transfer.Way.OUT_OF_DEVICE);

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        Link link = Link.of(in.peek(0));
        if (link == null || link == Link.PING) {
            return presumed;
        }
        if (link == Link.COMMAND) {
            return in.peek(4) == 1 ? Direction.TO_CLIENT : Direction.TO_SERVER;
        }
        return link == Link.CONNECT || link == Link.DISCONNECT ? Direction.TO_SERVER : Direction.TO_CLIENT;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        Link link = Link.of(in.peek(0));
        if (link == null || !TriStation.fits(in)) {
            out.violation(link == null ? "unknown_kind" : "length_mismatch", link == null ? in.peek(0) : in.left());
            return;
        }
        if (!TriStation.isChecked(in)) {
            out.violation("bad_checksum", in.left());
            return;
        }
        if (link != Link.COMMAND) {
            link(link, way, out);
            return;
        }
        if (in.left() == TriStation.HEADER + TriStation.CHECK) {
            out.violation("empty_command", in.left());
            return;
        }
        if (!TriStation.isSummed(in)) {
            out.violation("bad_sum", in.left());
        }
        int channel = in.peek(1);
        in.skip(TriStation.HEADER);
        in.slice(in.left() - TriStation.CHECK, data);
        command(channel, out);
    }

    private void link(Link link, Direction way, Sink out) {
        switch (link) {
            case CONNECT, DISCONNECT -> {
                Operation told = out.request(link).tell();
                pending.ask(NO_NUMBER, told, out.time(), 0);
            }
            case PING -> {
                if (way == Direction.TO_SERVER) {
                    pending.ask(NO_NUMBER, out.request(link).tell(), out.time(), 0);
                } else {
                    answer(out.response(link), link, out);
                }
            }
            default -> answer(out.response(link), link, out);
        }
    }

    private void answer(Sink sentence, Link link, Sink out) {
        Operation request = pending.take(NO_NUMBER) ? pending.request() : null;
        if (request != null) {
            out.response(request.service()).since(pending.time());
        }
        if (link.refuses()) {
            sentence.refused(link.code(), link.label());
        }
        sentence.tell();
    }

    private void command(int channel, Sink out) {
        int direction = data.u8();
        data.skip(1);
        int code = data.u8();
        int number = data.u8();
        data.skip(4);
        int length = data.u16le();
        if (length != data.read() + data.left()) {
            out.violation("length_mismatch", length);
        }
        String unit = channel == 0 ? "" : CHANNEL.of(channel);
        if (direction == 0) {
            request(code, number, unit, out);
        } else {
            answer(code, number, unit, out);
        }
    }

    private void request(int code, int number, String unit, Sink out) {
        Vocabulary.Listed listed = Commands.listed(code);
        if (listed == null) {
            out.violation("unknown_command", code);
        }
        String form = listed == null ? "" : listed.form();
        boolean pieces = form.equals("program") || form.equals("function");
        if (pieces && !Programs.isWhole(data)) {
            out.violation("truncated", data.left());
            return;
        }
        out.request(Commands.service(code)).unit(unit);
        switch (form) {
            case "project" -> project(0, out);
            case "project2" -> project(PROJECT, out);
            case "program", "upload_program" -> out.object("program", data.peek16le(0));
            case "function", "upload_function" -> out.object("function", data.peek16le(0));
            default -> {}
        }
        Operation told = out.tell();
        pending.ask(number, told, out.time(), code);
        if (pieces) {
            (form.equals("program") ? programsDown : functionsDown).piece(data, out.receiver(unit), out);
        }
    }

    /** The name of the project stands in ten octets. */
    private void project(int distance, Sink out) {
        if (data.left() >= distance + PROJECT) {
            data.skip(distance);
            out.space("project").symbol(out.text(data, PROJECT));
        }
    }

    private void answer(int code, int number, String unit, Sink out) {
        @Nullable Operation request = pending.take(number) ? pending.request() : null;
        Service service = request == null ? Commands.answered(code) : request.service();
        boolean rejected = code == Commands.REJECTED || Commands.isRejection(code);
        if (request != null && !rejected && Commands.isAnswer(code) && Commands.answered(code) != service) {
            // the command that is answered was not seen, another has its number
            request = null;
            service = Commands.answered(code);
        }
        out.response(service).unit(unit);
        if (request != null) {
            out.like(request).since(pending.time());
        }
        if (rejected) {
            int reason = code == Commands.REJECTED ? data.u8() : code;
            out.refused(reason, Commands.rejection(reason)).tell();
            return;
        }
        boolean program = service.code() == Commands.UPLOAD_PROGRAM;
        boolean pieces = program || service.code() == Commands.UPLOAD_FUNCTION;
        if (pieces && !Programs.isWhole(data)) {
            out.violation("truncated", data.left());
            return;
        }
        if (pieces) {
            out.object(program ? "program" : "function", data.peek16le(0));
        }
        out.tell();
        if (pieces) {
            (program ? programsUp : functionsUp).piece(data, out.sender(unit), out);
        } else {
            answers.read(service.code(), data, out.sender(unit), out);
        }
    }
}
