// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * Parts of files read and written (ANSI/ASHRAE 135 clause 14).
 *
 * <pre>
 * read     object | [0]{ start, count } of octets or [1]{ start, count } of records
 *   answer end of file | [0]{ start, octets } or [1]{ start, count, records }
 * write    object | [0]{ start, octets } or [1]{ start, count, records }; start -1: at the end
 *   answer [0] start of octets or [1] of records
 * </pre>
 */
final class FileAccess {

    private static final Numbered FILE = new Numbered("file ");

    private final Message message;
    private final Tags tags = new Tags();
    private final Reference reference = new Reference();

    FileAccess(Message message) {
        this.message = message;
    }

    /** A question of either service; what is written counts as moved. */
    void request(boolean writes, Cursor in, Sink out) {
        reference.object(tags.application(in, Tags.OBJECT));
        boolean octets = tags.opens(in, 0);
        if (!octets && !tags.opens(in, 1)) {
            in.fail();
            return;
        }
        tags.next(in);
        long start = tags.signed(in);
        tags.next(in);
        long bytes = 0;
        if (writes && octets) {
            bytes = tags.length();
            in.skip(tags.length());
        } else {
            tags.unsigned(in);
        }
        tags.leave(in);
        if (!in.ok()) {
            return;
        }
        message.end(reference.on(message.begin(out)));
        if (writes) {
            Transfer.State state = start == 0 ? Transfer.State.STARTED : Transfer.State.MOVING;
            move(reference.instance, Transfer.Way.INTO_DEVICE, state, Math.max(0, start) + bytes, out);
        } else if (start == 0) {
            move(reference.instance, Transfer.Way.OUT_OF_DEVICE, Transfer.State.STARTED, 0, out);
        }
    }

    void readAnswer(Cursor in, Sink out) {
        if (!tags.next(in)) {
            return;
        }
        boolean last = tags.isSet();
        boolean octets = tags.opens(in, 0);
        if (!octets && !tags.opens(in, 1)) {
            in.fail();
            return;
        }
        tags.next(in);
        long start = tags.signed(in);
        tags.next(in);
        long bytes = octets ? tags.length() : 0;
        in.skip(tags.length());
        tags.leave(in);
        if (!in.ok()) {
            return;
        }
        message.end(message.restate(out));
        Transfer.State state = last ? Transfer.State.COMPLETE : Transfer.State.MOVING;
        move(asked(), Transfer.Way.OUT_OF_DEVICE, state, start + bytes, out);
    }

    /** The file that the question named, or -1. */
    private long asked() {
        Operation request = message.request();
        return request == null ? -1 : request.target().first();
    }

    /** The request of this was refused. */
    void failed(@Nullable Operation request, Sink out) {
        if (request != null && request.service() == ConfirmedService.ATOMIC_READ_FILE) {
            move(request.target().first(), Transfer.Way.OUT_OF_DEVICE, Transfer.State.BROKEN, 0, out);
        } else if (request != null && request.service() == ConfirmedService.ATOMIC_WRITE_FILE) {
            move(request.target().first(), Transfer.Way.INTO_DEVICE, Transfer.State.BROKEN, 0, out);
        }
    }

    private void move(long file, Transfer.Way way, Transfer.State state, long bytes, Sink out) {
        out.transfer(message.device(out), "file", file < 0 ? "" : FILE.of(file), way, state, bytes);
    }
}
