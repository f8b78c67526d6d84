// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.wire.Pending;

/** Commands of one connection, answered in the order in which they came. */
final class Turns {

    private static final int MOST = 16;

    private final Pending pending = new Pending(MOST);
    private long asked;
    private long answered;

    void ask(Operation command, long time) {
        pending.ask(asked++, command, time, 0);
    }

    /** The command whose turn it is; null where none waits. Its time is {@link #time}. */
    @Nullable
    Operation next() {
        return answered < asked && pending.find(answered) ? pending.request() : null;
    }

    long time() {
        return pending.time();
    }

    /** The command whose turn it is has its last answer. */
    void done() {
        if (answered < asked) {
            pending.take(answered++);
        }
    }

    /** Answers to what was asked are not to be told apart any more. */
    void forget() {
        answered = asked;
    }
}
