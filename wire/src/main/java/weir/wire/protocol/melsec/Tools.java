// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.melsec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Pending;
import weir.wire.Sink;

/**
 * The engineering tools (GX Works, MELSOFT): after the length an inner header, whose second octet but one says how long
 * it is; then command u16, number u32, data. In an answer an end code u16 is the last of the inner header.
 */
final class Tools {

    private static final int MODEL = 16;

    /** Files that may be open at once; of more, the place of one is taken. */
    private static final int FILES = 16;

    private final Pending pending = new Pending(64);
    private final String[] files = new String[FILES];
    private final long[] bytes = new long[FILES];

    Tools() {
        Arrays.fill(files, "");
    }

    void read(Cursor in, Sink out) {
        boolean answer = in.u8() >= Frame.ANSWER;
        in.skip(Frame.TOOLS_HEADER - 1 + 2);
        int inner = in.u8();
        in.skip(inner - (answer ? 3 : 1));
        int end = answer ? in.u16le() : 0;
        int code = in.u16();
        if (!Conversation.isWhole(in, out)) {
            return;
        }
        long number = in.left() >= 4 ? in.u32le() : 0;
        Service service = Commands.TOOLS.service(code);
        long key = number << 16 | code;
        if (answer) {
            answer(service, pending.take(key) ? pending : null, end, in, out);
        } else {
            request(service, key, in, out);
        }
    }

    private void request(Service service, long key, Cursor in, Sink out) {
        out.request(service);
        int handle = 0;
        int octets = 0;
        switch (service.code()) {
            case Commands.FILE_OPEN -> out.symbol(path(in, out));
            case Commands.FILE_READ -> {
                handle = in.u16le();
                in.skip(4);
                octets = in.u16le();
                out.symbol(files[handle % FILES]);
            }
            case Commands.FILE_WRITE -> {
                handle = in.u16le();
                in.skip(4);
                octets = in.u16le();
                out.symbol(files[handle % FILES]);
            }
            case Commands.FILE_CLOSE -> {
                handle = in.u16le();
                out.symbol(files[handle % FILES]);
            }
            default -> {}
        }
        if (Conversation.isWhole(in, out)) {
            pending.ask(key, out.tell(), out.time(), (long) handle << 32 | octets);
        }
    }

    /** Twelve octets, the length u16 in octets, the path in UTF-16. */
    private static String path(Cursor in, Sink out) {
        in.skip(12);
        int length = in.u16le() / 2;
        if (!in.ok() || 2 * length > in.left()) {
            in.fail();
            return "";
        }
        byte[] narrow = new byte[length];
        for (int i = 0; i < length; i++) {
            int character = in.u16le();
            narrow[i] = (byte) (character < 128 ? character : '?');
        }
        return out.text(new Cursor().wrap(narrow, 0, length), length);
    }

    private void answer(Service service, @Nullable Pending asked, int end, Cursor in, Sink out) {
        Operation request = asked == null ? null : asked.request();
        out.response(service);
        if (asked != null && request != null) {
            out.like(request).since(asked.time());
        }
        if (end != 0) {
            out.refused(end, EndCode.word(end)).tell();
            return;
        }
        out.tell();
        Subject of = out.sender();
        switch (service.code()) {
            case Commands.READ_TYPE_NAME, Commands.READ_TYPE_NAME_EXTENDED -> model(of, in, out);
            case Commands.FILE_OPEN, Commands.FILE_READ, Commands.FILE_WRITE, Commands.FILE_CLOSE -> {
                if (asked != null && request != null) {
                    file(service.code(), asked.note(), request, of, in, out);
                }
            }
            default -> {}
        }
    }

    private static void model(Subject of, Cursor in, Sink out) {
        if (in.left() < MODEL) {
            return;
        }
        out.identity(of, Attribute.VENDOR, "Mitsubishi Electric", "MELSOFT read type name", 4);
        out.identity(of, Attribute.MODEL, out.text(in, MODEL), "MELSOFT read type name", 5);
        if (in.left() >= 2) {
            out.identity(of, Attribute.DEVICE_TYPE, Answers.TYPE_CODE.of(in.u16le()), "MELSOFT read type name", 5);
        }
    }

    private void file(int code, long note, Operation request, Subject of, Cursor in, Sink out) {
        String name = request.target().symbol();
        int slot = (int) (note >>> 32) % FILES;
        if (code == Commands.FILE_OPEN) {
            slot = in.u16le() % FILES;
            files[slot] = name;
            bytes[slot] = 0;
            return;
        }
        if (name.isEmpty()) {
            return;
        }
        if (code == Commands.FILE_CLOSE) {
            files[slot] = "";
            return;
        }
        Transfer.Way way = code == Commands.FILE_READ ? Transfer.Way.OUT_OF_DEVICE : Transfer.Way.INTO_DEVICE;
        Transfer.State state = bytes[slot] == 0 ? Transfer.State.STARTED : Transfer.State.MOVING;
        bytes[slot] += note & 0xffff;
        out.transfer(of, "file", name, way, state, bytes[slot]);
    }
}
