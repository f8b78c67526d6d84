// SPDX-License-Identifier: Apache-2.0
package weir.store;

import java.io.IOException;

/**
 * What the server remembers, in one place. It holds three sorts of things: what is kept by name on a shelf (an account,
 * a note on an incident), snapshots (the state of the analysis), and logs that only grow (the audit).
 */
public interface Store extends AutoCloseable {

    /** What is done with the store at once. */
    @FunctionalInterface
    interface Work<V, T> {
        T with(V view) throws IOException;
    }

    /** Looks at it; all that is seen is of one moment. May be done by several threads at once. */
    <T> T look(Work<View, T> work) throws IOException;

    /**
     * Changes it: all that the work does, or nothing where it throws. Changes are made one after another. When this
     * returns, the change outlives the process and the loss of power.
     */
    <T> T change(Work<Change, T> work) throws IOException;

    @Override
    void close() throws IOException;
}
