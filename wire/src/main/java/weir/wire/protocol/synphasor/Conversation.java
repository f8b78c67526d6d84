// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.synphasor;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;

/** Frames of one or more streams. */
final class Conversation implements Dialogue {

    /** Streams whose configuration is kept; a further one takes the place of one of them. */
    private static final int STREAMS = 4;

    private static final Service UNLISTED = new Service.Unlisted("user_command", -1, Verb.OTHER);

    private final Pending pending = new Pending(8);
    private final Cursor body = new Cursor();
    private final @Nullable Configuration[] configurations = new @Nullable Configuration[STREAMS];
    private final int[] ids = new int[STREAMS];
    private @Nullable SynphasorLog log;

    @Override
    public int frame(Cursor in, Direction way) {
        return Synphasor.frame(in);
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        int kind = in.peek(1);
        if (kind < 0) {
            return presumed;
        }
        return kind >> 4 == Frame.TYPE_COMMAND ? Direction.TO_SERVER : Direction.TO_CLIENT;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int size = Synphasor.frame(in);
        if (size <= 0 || size > in.left()) {
            out.violation(size == Dialogue.LOST ? "not_a_frame" : "truncated", in.left());
            return;
        }
        boolean good = Checksum.holds(in, size);
        in.skip(1);
        int kind = in.u8();
        int type = kind >> 4;
        in.skip(2);
        int id = in.u16();
        long second = in.u32();
        long fraction = in.u32();
        count(type, id, out);
        if (!good) {
            out.violation("bad_checksum", type);
            return;
        }
        in.slice(size - Synphasor.HEADER - 2, body);
        if (out.wantsRows()) {
            if (log == null) {
                log = new SynphasorLog();
            }
            log.tell(type, kind & 0xf, size, id, second, fraction, body, out);
        }
        switch (type) {
            case Frame.TYPE_DATA -> data(id, out);
            case Frame.TYPE_COMMAND -> command(id, out);
            default -> answer(type, id, out);
        }
        if (in.left() > 2) {
            out.violation("length_mismatch", in.left() - 2L);
        }
    }

    private static void count(int type, int id, Sink out) {
        out.factHex("synphasor", "frtype", type, 4);
        out.fact("synphasor", "idcode", id);
    }

    private void command(int id, Sink out) {
        int command = body.u16();
        if (!body.ok()) {
            out.violation("truncated", 0);
            return;
        }
        out.factHex("synphasor", "cmd", command, 4);
        Frame frame = Frame.ofCommand(command);
        out.request(frame == null ? UNLISTED : frame).unit(Configuration.IDS.of(id));
        if (frame == null && command < 0x100) {
            out.violation("unknown_command", command);
        }
        pending.ask((long) id << 16 | command, out.tell(), out.time(), 0);
    }

    /** A header or a configuration: asked for, or sent unasked. */
    private void answer(int type, int id, Sink out) {
        Frame answered = Frame.answered(type);
        String unit = Configuration.IDS.of(id);
        if (pending.take((long) id << 16 | answered.code())) {
            Operation request = pending.request();
            out.response(answered).since(pending.time());
            (request == null ? out.unit(unit) : out.like(request)).tell();
        } else {
            out.notice(answered).unit(unit).tell();
        }
        if (type == Frame.TYPE_HEADER) {
            out.identity(out.sender(unit), Attribute.DESCRIPTION, out.text(body, body.left()), "header", 5);
            return;
        }
        boolean third = type == Frame.TYPE_CONFIGURATION_3;
        if (third && body.u16() != 0) {
            return; // one of several parts
        }
        Configuration configuration = new Configuration(third);
        if (!configuration.read(body, out)) {
            out.violation("unreadable_configuration", id);
        } else if (type != Frame.TYPE_CONFIGURATION_1) {
            ids[id % STREAMS] = id;
            configurations[id % STREAMS] = configuration;
        }
    }

    private void data(int id, Sink out) {
        int status = body.left() >= 2 ? body.peek16(0) : 0;
        out.notice(Frame.DATA)
                .unit(Configuration.IDS.of(id))
                .qualifier(quality(status))
                .tell();
        Configuration configuration = ids[id % STREAMS] == id ? configurations[id % STREAMS] : null;
        if (configuration == null) {
            return;
        }
        if (body.left() != configuration.octets()) {
            out.violation("configuration_mismatch", body.left());
            return;
        }
        for (int i = 0; out.wantsPoints() && i < configuration.units().size(); i++) {
            Unit unit = configuration.units().get(i);
            unit.tell(body, out.sender(unit.name()), out);
        }
    }

    /** The worst that the status of the first unit says. */
    private static String quality(int status) {
        return switch (status >> 14) {
            case 1 -> "unit_error";
            case 2 -> "test";
            case 3 -> "data_error";
            default ->
                (status & 0x2000) != 0
                        ? "not_synchronised"
                        : (status & 0x0800) != 0 ? "triggered" : (status & 0x0400) != 0 ? "configuration_changes" : "";
        };
    }
}
