// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bsap;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.PointValue.Origin;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.Vocabulary;

/** Messages between a master and the stations below it. */
final class Conversation implements Dialogue {

    private static final int OTHER_LEVEL = 0x80;
    private static final int DATABASE = 0xa0;

    /** Set in the database functions that write. */
    private static final int WRITES = 0x80;

    /** The function of whoever asks. */
    private static final int MASTER = 0x03;

    /** Names that one message is read for; the answer gives their values in the same order. */
    private static final int NAMES = 64;

    static final Vocabulary FUNCTIONS = new Vocabulary("bsap/functions", "function_");
    static final Vocabulary RDB = new Vocabulary("bsap/rdb", "rdb_");
    private static final Numbered NODE = new Numbered("node ");
    private static final Numbered ERRORS = Numbered.hex("rdb_error_");

    private final Message message = new Message();
    private final InternetFrame internetFrame = new InternetFrame();
    private final Pending pending = new Pending(32);
    private final String[] names = new String[NAMES];
    private int named;
    private int asked = -1;
    private @Nullable BsapLog log;

    Conversation() {
        Arrays.fill(names, "");
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        if (in.peek(0) != Bsap.ESCAPE) {
            return InternetFrame.direction(in, presumed);
        }
        int at = (in.peek(2) & OTHER_LEVEL) != 0 ? 9 : 4;
        return in.peek(at) == MASTER ? Direction.TO_CLIENT : in.peek(at) > MASTER ? Direction.TO_SERVER : presumed;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (in.peek(0) != Bsap.ESCAPE) {
            internetFrame.read(in, out);
            return;
        }
        if (!message.read(in)) {
            out.violation("truncated", in.read());
            return;
        }
        if (!message.good) {
            out.violation("bad_checksum", in.read());
            return;
        }
        Cursor data = message.data;
        int address = data.u8();
        if (out.wantsRows()) {
            log((address & OTHER_LEVEL) != 0, data, out);
        }
        data.skip(1);
        int node = 0;
        if ((address & OTHER_LEVEL) != 0) {
            node = data.u16le();
            data.skip(3);
        }
        int destination = data.u8();
        int sequence = data.u16le();
        int source = data.u8();
        data.skip(1);
        if (!data.ok()) {
            out.violation("truncated", data.read());
            return;
        }
        String unit = (address & OTHER_LEVEL) == 0 ? "" : NODE.of(node);
        if (destination == MASTER) {
            answer(source, sequence, unit, data, out);
        } else {
            request(destination, sequence, unit, data, out);
        }
    }

    private void log(boolean otherLevel, Cursor data, Sink out) {
        if (log == null) {
            log = new BsapLog();
        }
        log.tell(otherLevel, data, out);
    }

    private void request(int function, int sequence, String unit, Cursor data, Sink out) {
        Operation told = function == DATABASE
                ? database(sequence, unit, data, out)
                : out.request(FUNCTIONS.service(function)).unit(unit).tell();
        if (told != null) {
            pending.ask(sequence, told, out.time(), function);
        }
    }

    /** Function u8, when reading what of each signal is wanted 1 or 2 octets, security level u8, number u8, signals. */
    private @Nullable Operation database(int sequence, String unit, Cursor data, Sink out) {
        int code = data.u8();
        boolean asks = (code & WRITES) == 0;
        boolean more = asks && (data.u8() & 1) != 0;
        data.skip(more ? 2 : 1);
        int number = data.u8();
        if (!data.ok()) {
            out.violation("truncated", data.read());
            return null;
        }
        Vocabulary.Listed listed = RDB.of(code);
        Service service = RDB.service(code);
        if (listed == null) {
            out.violation("unknown_function", code);
        }
        named = 0;
        asked = sequence;
        if (listed == null || !listed.form().equals("name")) {
            return out.request(service).unit(unit).range("signal", -1, number).tell();
        }
        Operation told = null;
        boolean writes = service.verb() == Verb.WRITE;
        for (int i = 0; i < (writes ? Math.min(number, 1) : number); i++) {
            String name = name(data, out);
            if (name.isEmpty()) {
                out.violation("truncated", data.read());
                return told;
            }
            if (named < NAMES) {
                names[named++] = name;
            }
            told = out.request(service).unit(unit).space("signal").symbol(name).tell();
        }
        return told;
    }

    /** Ended by a NUL; "" where it is not. */
    static String name(Cursor data, Sink out) {
        for (int length = 0; length < data.left(); length++) {
            if (data.peek(length) == 0) {
                String name = out.text(data, length);
                data.skip(1);
                return name;
            }
        }
        data.skip(data.left());
        return "";
    }

    private void answer(int function, int sequence, String unit, Cursor data, Sink out) {
        boolean met = pending.take(sequence);
        Operation request = met ? pending.request() : null;
        out.response(request == null ? FUNCTIONS.service(function) : request.service())
                .unit(unit);
        if (request != null) {
            out.like(request).since(pending.time());
        }
        if (function != DATABASE) {
            out.tell();
            return;
        }
        int error = data.u8();
        if (!data.ok()) {
            out.violation("truncated", data.read());
            return;
        }
        if (error != 0) {
            out.refused(error, ERRORS.of(error)).tell();
            return;
        }
        out.tell();
        if (request != null && asked == sequence && request.service().verb() == Verb.READ) {
            values(data, out.sender(unit), out);
        }
    }

    /** Number u8, values: floats of analog signals, octets of logical ones; which, only their length tells. */
    private void values(Cursor data, Subject device, Sink out) {
        int number = data.u8();
        if (number != named || number == 0) {
            return;
        }
        boolean analog = data.left() == 4 * number;
        if (!analog && data.left() != number) {
            return;
        }
        for (int i = 0; i < number; i++) {
            if (analog) {
                out.reading().number(data.f32le());
            } else {
                out.reading().integer(data.u8());
            }
            out.point(device, "signal", -1, names[i], analog ? "analog" : "logical", Origin.READ);
        }
    }
}
