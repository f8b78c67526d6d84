// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iso;

import weir.wire.Cursor;
import weir.wire.Dialogue;

/**
 * A protocol whose messages are the user data of a transport connection; X.214 calls it the TS-user. Each is given to
 * {@link IsoOnTcp} when the registry is made, and is recognised by the content of what is carried.
 */
public interface TransportUser {

    /** Stable lower-case name of the protocol. */
    String name();

    /** Whether one whole piece of user data, or the beginning of it, is this protocol's. Only peeks. */
    boolean speaks(Cursor in);

    /**
     * A reader for what one connection carries; never asked to {@link Dialogue#frame}, as the transport does that.
     *
     * @param connection fills as the connection is set up; stays empty where its opening was not seen
     */
    Dialogue open(TransportConnection connection);
}
