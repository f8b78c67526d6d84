// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ads;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.PointValue.Origin;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.Spelled;

/** Answers: the result u32, then what was asked for. */
final class Answers {

    private static final int NAME = 16;

    /** Flags of an opened file: to write, to append. */
    private static final int WRITES = 6;

    static final int SYSTEM_SERVICE = 10_000;

    static final NamedCodes ERRORS = new NamedCodes("ads/errors", "error_");
    static final Spelled VERSIONS = new Spelled(v -> (v >> 24) + "." + (v >> 16 & 0xff) + "." + (v & 0xffff));

    private final Symbols symbols;
    private final OpenFiles files;
    private final Sum sum;
    private final Cursor entry = new Cursor();

    Answers(Symbols symbols, OpenFiles files, Sum sum) {
        this.symbols = symbols;
        this.files = files;
        this.sum = sum;
    }

    void read(
            Command command,
            String unit,
            int port,
            long key,
            @Nullable Pending asked,
            long error,
            Cursor in,
            Sink out) {
        long result = error;
        if (error == 0) {
            result = in.u32le();
        }
        if (!Conversation.isWhole(in, out)) {
            return;
        }
        Operation request = asked == null ? null : asked.request();
        Service service = request == null ? command : request.service();
        Subject device = out.sender(unit);
        out.response(service).unit(unit);
        if (asked != null && request != null) {
            out.like(request).since(asked.time());
        }
        if (result != 0) {
            out.refused((int) result, ERRORS.of(result)).tell();
            return;
        }
        long note = asked == null ? -1 : asked.note();
        switch (command) {
            case READ_DEVICE_INFO -> info(device, in, out);
            case READ_STATE -> state(device, in, out);
            case READ, READ_WRITE -> data(command, request, note, port, key, device, in, out);
            case WRITE -> {
                out.tell();
                if (port == SYSTEM_SERVICE && note >>> 32 == Group.FILE_CLOSE) {
                    files.close(note & 0xffff_ffffL, out);
                }
            }
            case ADD_NOTIFICATION -> subscribed(note, port, in, out);
            default -> out.tell();
        }
    }

    /** Version u8, revision u8, build u16, name of 16 octets. */
    private static void info(Subject device, Cursor in, Sink out) {
        long version = (long) in.u8() << 24 | (long) in.u8() << 16 | in.u16le();
        String name = out.text(in, Math.min(NAME, Math.max(in.left(), 1)));
        if (!Conversation.isWhole(in, out)) {
            return;
        }
        out.fact("ads", "devname", name);
        out.tell();
        out.identity(device, Attribute.VENDOR, "Beckhoff", "read device info", 4);
        out.identity(device, Attribute.SOFTWARE, name, "read device info", 5);
        out.identity(device, Attribute.FIRMWARE, VERSIONS.of(version), "read device info", 5);
    }

    /** State u16, state of the device u16. */
    private static void state(Subject device, Cursor in, Sink out) {
        int state = in.u16le();
        in.skip(2);
        if (Conversation.isWhole(in, out)) {
            out.tell();
            out.identity(device, Attribute.MODE, State.of(state), "read state", 5);
        }
    }

    private void subscribed(long note, int port, Cursor in, Sink out) {
        long handle = in.u32le();
        if (!Conversation.isWhole(in, out)) {
            return;
        }
        out.tell();
        if (note == -1) {
            return;
        }
        long group = note >>> 32;
        long offset = note & 0xffff_ffffL;
        boolean byHandle = group == Group.VALUE_BY_HANDLE;
        Symbols.Symbol symbol = symbols.get(
                byHandle
                        ? Symbols.key(Symbols.Kind.HANDLE, port, offset)
                        : Symbols.key(Symbols.Kind.PLACE, port, note));
        String name = symbol == null ? "" : symbol.name();
        int type = symbol == null ? 0 : symbol.type();
        symbols.put(Symbols.key(Symbols.Kind.NOTIFICATION, port, handle), note, name, type);
    }

    /** Length u32, data. */
    private void data(
            Command command,
            @Nullable Operation request,
            long note,
            int port,
            long key,
            Subject device,
            Cursor in,
            Sink out) {
        long length = in.u32le();
        if (!in.ok() || length > in.left()) {
            out.violation("truncated", length);
            return;
        }
        out.tell();
        if (request == null) {
            return;
        }
        long group = note >>> 32;
        long offset = note & 0xffff_ffffL;
        if (port == SYSTEM_SERVICE) {
            system((int) group, offset, request, (int) length, device, in, out);
            return;
        }
        symbolic(command, group, offset, request, (int) length, port, key, device, in, out);
    }

    private void symbolic(
            Command command,
            long group,
            long offset,
            Operation request,
            int length,
            int port,
            long key,
            Subject device,
            Cursor in,
            Sink out) {
        String name = request.target().symbol();
        switch ((int) Math.min(group, Integer.MAX_VALUE)) {
            case Group.HANDLE_BY_NAME -> {
                long handle = in.u32le();
                int type = symbols.type(name, port);
                symbols.put(Symbols.key(Symbols.Kind.HANDLE, port, handle), 0, name, type);
            }
            case Group.VALUE_BY_NAME ->
                Value.tell(in, length, symbols.type(name, port), device, "symbol", -1, name, Origin.READ, out);
            case Group.INFO_BY_NAME -> {
                long place = Symbols.place(in.u32le(), in.u32le());
                symbols.put(Symbols.key(Symbols.Kind.PLACE, port, place), place, name, 0);
            }
            case Group.INFO_BY_NAME_EXTENDED, Group.SYMBOLS -> symbols.entries(in, entry, port, out);
            case Group.SUM_READ -> sum.answer(key, port, device, in, out);
            default -> {
                if (command == Command.READ && request.service() == Command.READ) {
                    Sum.tell(group, offset, length, port, symbols, device, Origin.READ, in, out);
                }
            }
        }
    }

    private void system(int group, long offset, Operation request, int length, Subject device, Cursor in, Sink out) {
        switch (group) {
            case Group.FILE_OPEN -> {
                Transfer.Way way = (offset & WRITES) != 0 ? Transfer.Way.INTO_DEVICE : Transfer.Way.OUT_OF_DEVICE;
                files.open(in.u32le(), request.target().symbol(), way, device, out);
            }
            case Group.FILE_READ -> files.read(offset, in, length, out);
            case Group.FILE_WRITE -> files.written(offset, out);
            case Group.FILE_CLOSE -> files.close(offset, out);
            case Group.TARGET_DESCRIPTION -> Description.read(device, in, out);
            default -> {}
        }
    }
}
