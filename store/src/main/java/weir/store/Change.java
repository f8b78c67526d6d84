// SPDX-License-Identifier: Apache-2.0
package weir.store;

import java.io.IOException;
import java.io.InputStream;

/** A change of the store; what it changed, it sees. */
public interface Change extends View {

    /** Keeps this under its id, in place of what was there; its version is one more than that of what was there. */
    Kept put(String shelf, String id, String body) throws IOException;

    /**
     * Keeps this only where what is there still has this version.
     *
     * @param version 0 where nothing may be there
     * @return whether it was kept
     */
    boolean putIf(String shelf, String id, long version, String body) throws IOException;

    /** Takes it away; says whether there was anything. */
    boolean remove(String shelf, String id) throws IOException;

    /** Writes this down under the name, in place of what was there. */
    void snapshot(String name, InputStream content) throws IOException;

    /** Appends a line to a log; numbers start at 1 and have no gaps, also over {@link #forget}. */
    Line append(String log, String body) throws IOException;

    /** Takes away the lines up to and with this number. */
    void forget(String log, long upTo) throws IOException;
}
