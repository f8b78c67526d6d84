// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Operation;
import weir.model.Service;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.protocol.AskedObjects;

/**
 * Joins answers to requests: by the number of the request, and each result of an answer to the object that stood in the
 * same place of the request.
 */
final class Exchange {

    /** Objects of requests that wait. */
    private static final int MOST = 768;

    private final Pending pending = new Pending(64);
    private final AskedObjects objects = new AskedObjects(MOST);

    // of the message that is being read
    private Service service = UaService.UNKNOWN;
    private int told;
    private boolean found;
    private int refusal;

    /** The server of the message that is being read. */
    Subject server = new Subject(Address.NONE, "");

    /** A request follows. */
    void asking(Service what, Sink out) {
        service = what;
        server = out.receiver("");
        objects.begin();
        told = 0;
    }

    /** Tells the operation that was begun, unless what it was read from ended early. */
    void ask(Cursor in, Sink out) {
        if (in.ok()) {
            ask(out);
        }
    }

    private void ask(Sink out) {
        objects.add(out.tell());
        told++;
    }

    /** The request is read. */
    void asked(long key, boolean readable, Sink out) {
        if (told == 0 && readable) {
            ask(out.request(service));
        }
        Operation operation = objects.at(objects.note(), 0);
        if (operation != null) {
            pending.ask(key, operation, out.time(), objects.note());
        }
    }

    /** An answer follows. */
    void answering(long key, Service what, int status, Sink out) {
        service = what;
        server = out.sender();
        refusal = status;
        found = pending.take(key);
        told = 0;
        Operation request = pending.request();
        if (found && request != null && what == UaService.SERVICE_FAULT) {
            service = request.service();
        }
    }

    /** The object in this place of the request; null where it was not seen. */
    @Nullable
    Operation request(int place) {
        return found ? objects.at(pending.note(), place) : null;
    }

    /** Begins to tell the answer for the object in this place of the request. */
    Sink begin(int place, Sink out) {
        Operation request = request(place);
        out.response(request != null ? request.service() : service);
        if (request != null) {
            out.like(request).qualifier(request.qualifier());
        }
        return found ? out.since(pending.time()) : out;
    }

    /** Tells the answer for the object in this place of the request. */
    void answer(int place, int status, Cursor in, Sink out) {
        if (in.ok()) {
            StatusCodes.outcome(status, begin(place, out)).tell();
            told++;
        }
    }

    /** Tells the answer that {@link #begin} began. */
    void answer(Cursor in, Sink out) {
        if (in.ok()) {
            out.tell();
            told++;
        }
    }

    /** The answer is read. Where none was told for an object, tells one for each that was asked for. */
    void answered(boolean readable, Sink out) {
        if (told == 0 && readable) {
            int count = found ? AskedObjects.count(pending.note()) : 0;
            for (int i = 0; i < Math.max(1, count); i++) {
                StatusCodes.outcome(refusal, begin(i, out)).tell();
            }
        }
    }

    /** Number of the object in the first place of the request; 0 where it was not seen. */
    long firstNumber() {
        Operation request = request(0);
        return request == null ? 0 : request.target().first();
    }

    /** Whether the answer is to somebody who asked to be let in. */
    boolean isLogin() {
        Operation request = request(0);
        return request != null && request.service() == UaService.ACTIVATE_SESSION;
    }
}
