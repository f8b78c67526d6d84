// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.melsec;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.PointValue.Origin;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.Vocabulary;

/**
 * The frame 1E of the A series, binary (SH-080008 chapter 18). An answer says neither how long it is nor, but for its
 * command, what it answers: both are known of the request before it.
 *
 * <pre>
 * command u8 | station u8, ff its own | timer u16 | of what is read or written in a row:
 *   number u32 | device u16, two characters | points u8 | 00 | values
 * command and 80 u8 | end code u8 | values, or where the code is 5b: why u8 | 00
 * </pre>
 */
final class OneE {

    private static final int HEADER = 4;
    private static final int BATCH_HEADER = 12;
    private static final int OWN = 0xff;
    private static final int EXPLAINED = 0x5b;
    private static final int HIGHEST_NUMBER = 0x00ff_ffff;

    private static final int READ_BITS = 0;
    private static final int READ_WORDS = 1;
    private static final int WRITE_BITS = 2;
    private static final int READ_MODEL = 0x15;

    private static final Vocabulary COMMANDS = new Vocabulary("melsec/commands-1e", "command_1e_");
    private static final Numbered STATIONS = new Numbered("station ");

    private final Pending pending = new Pending(4);
    private final Cursor content = new Cursor();
    private final Fields fields = new Fields(content);

    /** Octets of values in the answer that is waited for; -1 where that is not known. */
    private int awaited = -1;

    /** Whether the first octet is one that frames of this kind begin with. */
    static boolean mayBegin(int first) {
        return first >= 0 && COMMANDS.of(first & ~Frame.ANSWER) != null;
    }

    /** Length of the request that begins here, see {@link Dialogue#frame}. */
    static int request(Cursor in) {
        int command = in.peek(0);
        if (command < 0) {
            return Dialogue.MORE;
        }
        Vocabulary.Listed listed = COMMANDS.of(command);
        if (listed == null || in.peek(1) >= 0 && in.peek(1) != OWN && in.peek(1) > 64) {
            return Dialogue.LOST;
        }
        if (!listed.form().equals("batch")) {
            return listed.form().equals("plain") ? HEADER : Dialogue.LOST;
        }
        if (in.left() < BATCH_HEADER) {
            return Dialogue.MORE;
        }
        int points = in.peek(10);
        boolean sane = in.peek32le(4) <= HIGHEST_NUMBER && device(in.peek16le(8)) != null && in.peek(11) == 0;
        if (!sane) {
            return Dialogue.LOST;
        }
        return BATCH_HEADER + (command < WRITE_BITS ? 0 : octets(command, points));
    }

    /** Length of the answer that begins here. */
    int answer(Cursor in) {
        if (awaited < 0 || !mayBegin(in.peek(0))) {
            return in.left() == 0 ? Dialogue.MORE : Dialogue.LOST;
        }
        int code = in.peek(1);
        return code < 0 ? Dialogue.MORE : 2 + (code == 0 ? awaited : code == EXPLAINED ? 2 : 0);
    }

    /** Octets were lost: the next answer may be another's. */
    void lost() {
        awaited = -1;
    }

    private static @Nullable Device device(int characters) {
        int second = characters & 0xff;
        return Device.ofAscii(characters & 0xff00 | (second == ' ' ? '*' : second));
    }

    /** Of so many points: a bit takes four bits, a word sixteen; 0 stands for 256. */
    private static int octets(int command, int points) {
        int count = points == 0 ? 256 : points;
        return command == READ_BITS || command == WRITE_BITS ? count + 1 >> 1 : 2 * count;
    }

    void read(Cursor in, Sink out) {
        boolean answers = in.peek(0) >= Frame.ANSWER;
        int size = answers ? answer(in) : request(in);
        if (size > in.left() || size == Dialogue.MORE) {
            out.violation("truncated", in.left());
            return;
        }
        if (size == Dialogue.LOST && !answers) {
            out.violation("not_a_frame", in.left());
            return;
        }
        in.slice(size > 0 ? size : in.left(), content);
        if (answers) {
            answered(out);
        } else {
            asked(out);
        }
    }

    private void asked(Sink out) {
        int command = content.u8();
        int station = content.u8();
        content.skip(2);
        String unit = station == OWN || station == 0 ? "" : STATIONS.of(station);
        Service service = COMMANDS.service(command);
        if (content.left() == 0) {
            awaited = command == READ_MODEL ? 2 : 0;
            pending.ask(command, out.request(service).unit(unit).tell(), out.time(), 0);
            return;
        }
        long number = content.u32le();
        Device device = device(content.u16le());
        int points = content.u8();
        content.skip(1);
        if (device == null) {
            return;
        }
        int count = points == 0 ? 256 : points;
        boolean inBits = command == READ_BITS || command == WRITE_BITS;
        boolean wholeWords = !inBits && device.ofBits();
        Operation told = out.request(service)
                .unit(unit)
                .range(device.name(), number, wholeWords ? 16L * count : count)
                .tell();
        boolean writes = service.verb() == Verb.WRITE;
        awaited = writes ? 0 : octets(command, points);
        pending.ask(command, told, out.time(), device.code());
        if (writes) {
            Values.tell(fields, device, number, count, inBits, out.receiver(unit), Origin.WRITE, out);
        }
    }

    private void answered(Sink out) {
        int command = content.u8() & ~Frame.ANSWER;
        int code = content.u8();
        if (!content.ok()) {
            out.violation("truncated", content.read());
            return;
        }
        Operation request = pending.take(command) ? pending.request() : null;
        out.response(COMMANDS.service(command));
        if (request != null) {
            out.like(request).since(pending.time());
        }
        awaited = -1;
        if (code != 0) {
            int why = code == EXPLAINED ? content.u8() : code;
            out.refused(code << 8 | why, why == 0x10 ? "pc_number_wrong" : EndCode.word(code))
                    .tell();
            return;
        }
        out.tell();
        Device device = request == null ? null : Device.of((int) pending.note());
        if (request == null || device == null || content.left() == 0 || command > READ_WORDS) {
            return;
        }
        boolean inBits = command == READ_BITS;
        long count = request.target().count();
        Values.tell(
                fields,
                device,
                request.target().first(),
                (int) (inBits || !device.ofBits() ? count : count / 16),
                inBits,
                out.sender(request.target().unit()),
                Origin.READ,
                out);
    }
}
