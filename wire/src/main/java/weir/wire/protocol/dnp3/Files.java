// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import weir.model.Outcome;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Files of an outstation, one operation per object (IEEE 1815 annex A.24).
 *
 * <pre>
 * 70:2 authentication    name offset, size u16 | password offset, size u16 | key u32 | name | password
 * 70:3 command           name offset, size u16 | created 48 bits | permissions u16 | key u32 | size u32 | mode u16
 *                        | block size u16 | request u16 | name
 * 70:4 command status    handle u32 | size u32 | block size u16 | request u16 | status u8 | text
 * 70:5 transport         handle u32 | last, block 31 bits | data
 * 70:6 transport status  handle u32 | last, block 31 bits | status u8 | text
 * 70:7 descriptor        name offset, size u16 | type u16 | size u32 | created 48 bits | permissions u16
 *                        | request u16 | name
 * 70:8 specification     name
 * </pre>
 */
final class Files {

    private static final int GROUP = 70;
    private static final int NAME_OF_COMMAND = 26;
    private static final int NAME_OF_DESCRIPTOR = 20;
    private static final int CREDENTIALS = 12;
    private static final long LAST_BLOCK = 0x8000_0000L;

    private static final String[] MODES = {"", "read", "write", "append"};

    private final OpenFiles open = new OpenFiles();
    private final Cursor object = new Cursor();

    /** False where the message ends too early. */
    boolean read(Cursor in, ObjectHeader header, Message message, Sink out) {
        for (long i = 0; i < header.count; i++) {
            long size = header.prefix(in);
            if (!in.ok() || size > in.left()) {
                out.violation("truncated", header.code());
                return false;
            }
            in.slice((int) size, object);
            message.begin(GROUP, out).space(ObjectTypes.space(GROUP, header.variation));
            content(header.variation, message, out);
            if (!object.ok()) {
                out.violation("truncated", header.code());
            }
        }
        return true;
    }

    private void content(int variation, Message message, Sink out) {
        switch (variation) {
            case 2 -> authentication(message, out);
            case 3 -> command(message, out);
            case 4 -> commandStatus(message, out);
            case 5 -> block(message, out);
            case 6 -> blockStatus(message, out);
            case 7 -> descriptor(message, out);
            case 8 -> tell(out.text(object, object.left()), message, out);
            default -> message.told(out.tell());
        }
    }

    private void tell(String name, Message message, Sink out) {
        if (object.ok()) {
            message.told(out.symbol(name).tell());
        }
    }

    private void authentication(Message message, Sink out) {
        object.skip(2);
        int nameSize = object.u16le();
        object.skip(2);
        int secretSize = object.u16le();
        long key = object.u32le();
        if (message.reports()) {
            if (object.ok() && key == 0) {
                refuse(0, "not_authenticated", message, out);
            }
            tell("", message, out);
            return;
        }
        object.seek(CREDENTIALS);
        String user = out.text(object, nameSize);
        String secret = out.hashed(object, secretSize);
        if (object.ok()) {
            out.login(message.subject, user, secret, Outcome.OPEN);
        }
        tell(user, message, out);
    }

    private void command(Message message, Sink out) {
        object.skip(2);
        int nameSize = object.u16le();
        object.skip(16);
        int mode = object.u16le();
        object.skip(2);
        int request = object.u16le();
        object.seek(NAME_OF_COMMAND);
        String name = out.text(object, nameSize);
        if (mode < MODES.length && !message.broadcast) {
            out.qualifier(MODES[mode]);
        }
        tell(name, message, out);
        if (object.ok() && message.function == Function.OPEN_FILE && mode != 0) {
            Transfer.Way way = mode == 1 ? Transfer.Way.OUT_OF_DEVICE : Transfer.Way.INTO_DEVICE;
            open.asked(message.outstation, request, name, way);
        }
    }

    private void commandStatus(Message message, Sink out) {
        long handle = object.u32le();
        object.skip(6);
        int request = object.u16le();
        // a request to close has no status
        int status = message.reports() ? object.u8() : 0;
        boolean answersOpen = message.reports() && message.asked == Function.OPEN_FILE;
        OpenFiles.File file =
                answersOpen ? open.byRequest(message.outstation, request) : open.byHandle(message.outstation, handle);
        if (status != 0 && object.ok()) {
            refuse(status, FileStatus.ofCommand(status), message, out);
        }
        tell(file == null ? "" : file.name, message, out);
        if (file == null || !object.ok() || !message.reports()) {
            return;
        }
        if (!answersOpen) {
            close(file, out);
        } else if (status == 0) {
            file.handle = handle;
            file.parcel = out.parcel(message.subject, "file", file.name, file.way);
        } else {
            open.forget(file);
        }
    }

    private void close(OpenFiles.File file, Sink out) {
        if (file.parcel != null) {
            out.broken(file.parcel);
        }
        open.forget(file);
    }

    private void block(Message message, Sink out) {
        long handle = object.u32le();
        long block = object.u32le();
        OpenFiles.File file = open.byHandle(message.outstation, handle);
        tell(file == null ? "" : file.name, message, out);
        // a request to read names the block that is wanted and brings none
        boolean asks = message.function == Function.READ;
        if (file == null || asks || !object.ok()) {
            return;
        }
        file.block(block & ~LAST_BLOCK, (block & LAST_BLOCK) != 0, object, out);
    }

    private void blockStatus(Message message, Sink out) {
        long handle = object.u32le();
        object.skip(4);
        int status = object.u8();
        if (status != 0 && object.ok() && message.reports()) {
            refuse(status, FileStatus.ofBlock(status), message, out);
        }
        OpenFiles.File file = open.byHandle(message.outstation, handle);
        tell(file == null ? "" : file.name, message, out);
    }

    private void descriptor(Message message, Sink out) {
        object.skip(2);
        int nameSize = object.u16le();
        object.seek(NAME_OF_DESCRIPTOR);
        tell(out.text(object, nameSize), message, out);
    }

    private static void refuse(int status, String word, Message message, Sink out) {
        out.refused(status, word);
        message.refused = true;
    }
}
