// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.postgresql;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.wire.Pending;

/**
 * What the client asked and was not answered yet, in order (PostgreSQL documentation, Pipelining). After an error the
 * server passes over all up to the next {@code Sync}; when it is ready, all up to there is done with.
 */
final class Requests {

    private static final int MOST = 64;

    private final Pending pending = new Pending(MOST);
    private long first;
    private long next;
    /** The last that was found: a query of several statements is answered several times. */
    private @Nullable Operation last;

    private long asked;

    void ask(Operation told, Kind kind, long time) {
        if (next - first == MOST / 2) {
            pending.take(first++);
        }
        pending.ask(next++, told, time, kind.ordinal());
    }

    /** Finds the first that an answer of this kind can belong to; those before it were answered unseen. */
    boolean find(Kind answer) {
        for (long i = first; i < next; i++) {
            if (pending.find(i) && isAnswer(answer, Kind.ALL[(int) pending.note()])) {
                last = pending.request();
                asked = pending.time();
                drop(i);
                Kind kind = Kind.ALL[(int) pending.note()];
                if (kind == Kind.QUERY) {
                    return true;
                }
                pending.take(i);
                first = i + 1;
                return true;
            }
        }
        return false;
    }

    @Nullable
    Operation request() {
        return last;
    }

    long asked() {
        return asked;
    }

    private void drop(long upTo) {
        while (first < upTo) {
            pending.take(first++);
        }
    }

    /** The server waits for the next: what was asked up to the last end of a group is done with. */
    void ready() {
        while (first < next) {
            boolean known = pending.take(first++);
            Kind kind = Kind.ALL[(int) pending.note()];
            if (known
                    && (kind == Kind.SYNC
                            || kind == Kind.QUERY
                            || kind == Kind.FUNCTION_CALL
                            || kind == Kind.STARTUP)) {
                return;
            }
        }
    }

    void forget() {
        drop(next);
        last = null;
    }

    private static boolean isAnswer(Kind answer, Kind asked) {
        return switch (answer) {
            case PARSE_COMPLETE -> asked == Kind.PARSE;
            case BIND_COMPLETE -> asked == Kind.BIND;
            case CLOSE_COMPLETE -> asked == Kind.CLOSE_STATEMENT;
            case COMMAND_COMPLETE, EMPTY_QUERY, PORTAL_SUSPENDED -> asked == Kind.QUERY || asked == Kind.EXECUTE_PORTAL;
            case ROW_DESCRIPTION, NO_DATA -> asked == Kind.DESCRIBE_STATEMENT;
            case FUNCTION_RESULT -> asked == Kind.FUNCTION_CALL;
            case AUTHENTICATION -> asked == Kind.STARTUP || asked == Kind.PASSWORD;
            case SSL_REQUEST -> asked == Kind.SSL_REQUEST || asked == Kind.GSS_REQUEST;
            default -> true;
        };
    }
}
