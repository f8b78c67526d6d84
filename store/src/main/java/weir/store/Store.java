// SPDX-License-Identifier: Apache-2.0
package weir.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What the server remembers, in one place. It holds three sorts of things: what is kept by name on a shelf (an account,
 * a note on an incident), snapshots (the state of the analysis), and logs that only grow (the audit).
 *
 * <p>What breaks a bound that is written down here is refused with an {@link IllegalArgumentException} that names it.
 */
public interface Store extends AutoCloseable {

    /** What is done with the store at once. It uses what it is given only until it returns, and in its own thread. */
    @FunctionalInterface
    interface Work<V, T> {
        T with(V view) throws IOException;
    }

    /** Looks at it; all that is seen is of one moment. May be done by several threads at once. */
    <T> T look(Work<View, T> work) throws IOException;

    /**
     * Changes it: all that the work does, or nothing where it throws. Changes are made one after another, in a thread
     * of the store; so a change is not made within a change. When this returns, the change outlives the process and the
     * loss of power. Where this throws something that the work did not throw, as when the connection to the store
     * breaks, the change may or may not have been made: look.
     *
     * @throws StoreFull where there is no room for it
     */
    <T> T change(Work<Change, T> work) throws IOException;

    /** Writes all that is in it at one moment to a new file, while others go on to look and to change. */
    void backup(Path file) throws IOException;

    /** Ends the changes that were asked for already, and the looks; what comes later is refused. */
    @Override
    void close() throws IOException;
}
