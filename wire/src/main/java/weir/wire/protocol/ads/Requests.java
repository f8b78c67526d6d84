// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ads;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.PointValue.Origin;
import weir.model.Service;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/** Commands (Beckhoff TE1000, "ADS commands"). */
final class Requests {

    private static final Numbered TRANSMISSIONS = new Numbered("transmission ");

    private final Symbols symbols;
    private final OpenFiles files;
    private final Sum sum;
    private long note;

    Requests(Symbols symbols, OpenFiles files, Sum sum) {
        this.symbols = symbols;
        this.files = files;
        this.sum = sum;
    }

    /** Group and offset, for the answer. */
    long note() {
        return note;
    }

    /** Null where the command is cut. */
    @Nullable
    Operation read(Command command, String unit, int port, long key, Cursor in, Sink out) {
        note = 0;
        return switch (command) {
            case READ -> read(unit, port, in, out);
            case WRITE -> write(unit, port, key, in, out);
            case READ_WRITE -> readWrite(unit, port, key, in, out);
            case WRITE_CONTROL -> control(unit, in, out);
            case ADD_NOTIFICATION -> subscribe(unit, port, in, out);
            case DELETE_NOTIFICATION -> {
                long handle = in.u32le();
                out.request(command).unit(unit).object("notification", handle);
                yield Conversation.isWhole(in, out) ? out.tell() : null;
            }
            default -> out.request(command).unit(unit).tell();
        };
    }

    /** Group u32, offset u32, length u32. */
    private @Nullable Operation read(String unit, int port, Cursor in, Sink out) {
        long group = in.u32le();
        long offset = in.u32le();
        long length = in.u32le();
        note = Symbols.place(group, offset);
        Service service = Group.read(Group.of(group, port));
        out.request(service).unit(unit);
        target(group, offset, length, port, out);
        return Conversation.isWhole(in, out) ? out.tell() : null;
    }

    /** Group u32, offset u32, length u32, data. */
    private @Nullable Operation write(String unit, int port, long key, Cursor in, Sink out) {
        long group = in.u32le();
        long offset = in.u32le();
        long length = in.u32le();
        if (!in.ok() || length > in.left()) {
            out.violation("truncated", length);
            return null;
        }
        note = Symbols.place(group, offset);
        return written(
                Group.written(Group.of(group, port), Command.WRITE), group, offset, length, unit, port, key, in, out);
    }

    /** Group u32, offset u32, length to read u32, length to write u32, data. */
    private @Nullable Operation readWrite(String unit, int port, long key, Cursor in, Sink out) {
        long group = in.u32le();
        long offset = in.u32le();
        in.skip(4);
        long length = in.u32le();
        if (!in.ok() || length > in.left()) {
            out.violation("truncated", length);
            return null;
        }
        note = Symbols.place(group, offset);
        Service service = Group.written(Group.of(group, port), Command.READ_WRITE);
        return written(service, group, offset, length, unit, port, key, in, out);
    }

    private @Nullable Operation written(
            Service service,
            long group,
            long offset,
            long length,
            String unit,
            int port,
            long key,
            Cursor in,
            Sink out) {
        Subject device = out.receiver(unit);
        out.request(service).unit(unit);
        if (service.code() == Group.SUM_READ || service.code() == Group.SUM_WRITE) {
            out.range("sum", 0, offset);
            return sum.ask(service, offset, key, port, device, in, out);
        }
        if (Group.takesName(group, port)) {
            out.space(Group.objects(group, port)).symbol(out.text(in, (int) length));
            return out.tell();
        }
        target(group, offset, length, port, out);
        Operation told = out.tell();
        if (port == Answers.SYSTEM_SERVICE && group == Group.FILE_WRITE) {
            files.write(offset, in, (int) length, out);
        }
        if (service == Command.WRITE) {
            Sum.tell(group, offset, (int) length, port, symbols, device, Origin.WRITE, in, out);
        }
        return told;
    }

    private void target(long group, long offset, long length, int port, Sink out) {
        String objects = Group.objects(group, port);
        if (objects.equals("file")) {
            out.space(objects).symbol(files.name(offset));
        } else {
            Sum.describe(group, offset, length, port, symbols, out);
        }
    }

    /** State u16, state of the device u16, length u32, data. */
    private static @Nullable Operation control(String unit, Cursor in, Sink out) {
        int state = in.u16le();
        in.skip(2);
        long length = in.u32le();
        if (!in.ok() || length > in.left()) {
            out.violation("truncated", length);
            return null;
        }
        return out.request(Command.WRITE_CONTROL)
                .unit(unit)
                .qualifier(State.of(state))
                .tell();
    }

    /** Group u32, offset u32, length u32, transmission u32, longest delay u32, cycle u32, 16 octets. */
    private @Nullable Operation subscribe(String unit, int port, Cursor in, Sink out) {
        long group = in.u32le();
        long offset = in.u32le();
        long length = in.u32le();
        long transmission = in.u32le();
        in.skip(8);
        note = Symbols.place(group, offset);
        out.request(Command.ADD_NOTIFICATION).unit(unit);
        Sum.describe(group, offset, length, port, symbols, out);
        out.qualifier(transmission == 4 ? "on_change" : transmission == 3 ? "cyclic" : TRANSMISSIONS.of(transmission));
        return Conversation.isWhole(in, out) ? out.tell() : null;
    }
}
