// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Pending;
import weir.wire.Sink;

/** Tells the calls of a conversation, requests and what became of them, whatever they travel in. */
final class Calls {

    private static final int WAITING = 64;
    private static final int NOTE_OPERATION = 16;

    private final Pending pending = new Pending(WAITING);
    private final Call call = new Call();
    private final Ndr arguments = new Ndr();

    /** What the answer needs to be read. */
    private final @Nullable RpcInterface[] asked = new @Nullable RpcInterface[WAITING];

    private int turn;

    /**
     * @param key joins it to its answer
     * @param stub the arguments, or null where they cannot be read
     * @param large whether they are in 64-bit NDR
     * @param quality "encrypted", "signed" or ""
     */
    void request(
            long key,
            RpcInterface target,
            int operation,
            @Nullable Cursor stub,
            boolean littleEndian,
            boolean large,
            String quality,
            Sink out) {
        call.begin(operation, "");
        StubReader reader = target.reader;
        if (reader != null && stub != null) {
            reader.request(call, arguments.wrap(stub, littleEndian, large), out);
        }
        Operation told = out.request(target.operation(operation))
                .space(target.name)
                .symbol(call.name)
                .qualifier(call.word.isEmpty() ? quality : call.word)
                .tell();
        turn = turn + 1 & WAITING - 1;
        asked[turn] = target;
        pending.ask(key, told, out.time(), (long) turn << NOTE_OPERATION | operation);
    }

    /** Number of the operation that waits for an answer under this key; -1 for none. */
    int waiting(long key) {
        return pending.find(key) ? (int) pending.note() & 0xffff : -1;
    }

    void response(long key, @Nullable Cursor stub, boolean littleEndian, boolean large, String quality, Sink out) {
        if (!pending.take(key) || pending.request() == null) {
            out.response(RpcService.ANSWER).qualifier(quality).tell();
            return;
        }
        Operation request = pending.request();
        long asking = pending.time();
        int operation = (int) pending.note() & 0xffff;
        RpcInterface target = asked[(int) (pending.note() >>> NOTE_OPERATION)];
        if (target != null && target.operation(operation) != request.service()) {
            target = null;
        }
        call.begin(operation, request.target().symbol());
        int status = 0;
        if (target != null && stub != null) {
            StubReader reader = target.reader;
            status = target.statuses == '-' || stub.left() < 4
                    ? 0
                    : arguments.wrap(stub, littleEndian, large).last();
            if (reader != null && !Statuses.isRefusal(target.statuses, status)) {
                reader.response(call, arguments.wrap(stub, littleEndian, large), out);
            }
        }
        out.response(request.service()).like(request).since(asking);
        out.qualifier(call.word.isEmpty() ? quality : call.word);
        if (target != null && Statuses.isRefusal(target.statuses, status)) {
            out.refused(status, Statuses.name(target.statuses, status));
        }
        out.tell();
    }

    void fault(long key, int status, Sink out) {
        out.response(RpcService.ANSWER);
        if (pending.take(key)) {
            Operation request = pending.request();
            if (request != null) {
                out.response(request.service()).like(request).since(pending.time());
            }
        }
        out.refused(status, Statuses.name(Statuses.FAULT, status)).tell();
    }
}
