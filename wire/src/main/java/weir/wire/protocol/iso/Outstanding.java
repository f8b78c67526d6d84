// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iso;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.wire.Pending;

/**
 * Requests of one side that wait for their answers, by the number that joins the two. A request may be several operations,
 * one for each variable that it names.
 */
public final class Outstanding {

    /** Requests that wait at a time; devices grant 5 to 20. */
    private static final int REQUESTS = 32;
    /** Operations remembered, of all requests together; the oldest are forgotten. */
    private static final int OPERATIONS = 512;

    private final Pending requests = new Pending(REQUESTS);
    private final @Nullable Operation[] operations = new @Nullable Operation[OPERATIONS];
    private long told;

    private long first;
    private int count;
    private long begun;

    /** Begins a request; its operations follow. */
    public void begin() {
        begun = told;
    }

    public void add(Operation operation) {
        operations[(int) (told & OPERATIONS - 1)] = operation;
        told++;
    }

    /** How many operations the request that was begun is so far. */
    public int added() {
        return (int) Math.min(told - begun, OPERATIONS);
    }

    /** One of them; null where it is forgotten. */
    public @Nullable Operation added(int index) {
        return index < 0 || index >= told - begun || told - begun - index > OPERATIONS
                ? null
                : operations[(int) (begun + index & OPERATIONS - 1)];
    }

    /** Ends a request, if any operation was added. */
    public void end(long invoke, long time) {
        Operation last = told == begun ? null : operations[(int) (told - 1 & OPERATIONS - 1)];
        if (last != null) {
            requests.ask(invoke, last, time, begun << 20 | Math.min(told - begun, 0xfffff));
        }
    }

    /** Takes the request with this number, if it waits and is of this service; -1 for any. */
    public boolean take(long invoke, int service) {
        count = 0;
        if (!requests.take(invoke)) {
            return false;
        }
        Operation last = requests.request();
        if (last == null || service >= 0 && last.service().code() != service) {
            return false;
        }
        first = requests.note() >>> 20;
        count = (int) (requests.note() & 0xfffff);
        return true;
    }

    public long time() {
        return requests.time();
    }

    /** How many operations the request taken was. */
    public int count() {
        return count;
    }

    /** One of them; null where it is forgotten. */
    public @Nullable Operation operation(int index) {
        return index < 0 || index >= count || told - first - index > OPERATIONS
                ? null
                : operations[(int) (first + index & OPERATIONS - 1)];
    }
}
