// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ads;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.Spelled;

/** AMS messages between two routers, each with several ends behind it. */
final class Conversation implements Dialogue {

    private static final Spelled ENDS = new Spelled(Conversation::end);

    private final Pending pending = new Pending(128);
    private final Cursor data = new Cursor();
    private final Symbols symbols = new Symbols();
    private final OpenFiles files = new OpenFiles();
    private final Sum sum = new Sum(symbols);
    private final Requests requests = new Requests(symbols, files, sum);
    private final Answers answers = new Answers(symbols, files, sum);
    private final Notifications notifications = new Notifications(symbols);
    private final Discovery discovery = new Discovery();

    @Override
    public int frame(Cursor in, Direction way) {
        return Ads.frame(in);
    }

    @Override
    public void lost(Direction way) {
        files.lost();
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        if (Discovery.isOne(in)) {
            return Discovery.direction(in);
        }
        int command = in.peek16le(Ads.UNCOUNTED + 16);
        int flags = in.peek16le(Ads.UNCOUNTED + 18);
        if (flags < 0 || command == Command.NOTIFICATION.code()) {
            return flags < 0 ? presumed : Direction.TO_CLIENT;
        }
        return (flags & Ads.ANSWER) != 0 ? Direction.TO_CLIENT : Direction.TO_SERVER;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (out.at().transport() != Transport.TCP) {
            discovery.read(in, out);
            return;
        }
        in.skip(2);
        long length = in.u32le();
        if (!in.ok() || length > in.left() || length < Ads.HEADER) {
            out.violation("truncated", length);
            return;
        }
        long target = in.u48() << 16 | in.u16le();
        long source = in.u48() << 16 | in.u16le();
        int code = in.u16le();
        int flags = in.u16le();
        long octets = in.u32le();
        long error = in.u32le();
        long number = in.u32le();
        out.fact("ads", "cmdid", code);
        if (octets != in.left()) {
            out.violation("length_mismatch", octets);
        }
        in.slice(in.left(), data);
        Command command = Command.of(code);
        if (command == null) {
            out.violation("unknown_command", code);
        } else if (command == Command.NOTIFICATION) {
            notifications.read(ENDS.of(source), (int) source & 0xffff, data, out);
        } else if ((flags & Ads.ANSWER) != 0) {
            answer(command, source, key(number, target, code), error, out);
        } else {
            request(command, target, key(number, source, code), out);
        }
    }

    private void request(Command command, long target, long key, Sink out) {
        Operation told = requests.read(command, ENDS.of(target), (int) target & 0xffff, key, data, out);
        if (told != null) {
            pending.ask(key, told, out.time(), requests.note());
        }
    }

    private void answer(Command command, long source, long key, long error, Sink out) {
        @Nullable Pending asked = pending.take(key) ? pending : null;
        answers.read(command, ENDS.of(source), (int) source & 0xffff, key, asked, error, data, out);
    }

    /** The number, which an answer repeats, the port of who asked, and the command. */
    private static long key(long number, long asker, int code) {
        return number | (asker & 0xffff) << 32 | (long) code << 48;
    }

    /** Net id, port. */
    static String end(long address) {
        StringBuilder text = new StringBuilder();
        for (int shift = 56; shift >= 16; shift -= 8) {
            text.append(address >> shift & 0xff).append(shift > 16 ? '.' : ':');
        }
        return text.append(address & 0xffff).toString();
    }

    static boolean isWhole(Cursor in, Sink out) {
        if (!in.ok()) {
            out.violation("truncated", in.read());
        }
        return in.ok();
    }
}
