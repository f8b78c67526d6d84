// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.rdp;

import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.protocol.iso.TransportConnection;
import weir.wire.protocol.iso.TransportUser;

/**
 * RDP ([MS-RDPBCGR]) on a transport connection: the words in its opening, the multipoint service of T.125 that is opened in
 * it, and the names that stand there. After that all is encrypted, mostly already before.
 */
public final class Rdp implements TransportUser {

    /** Connect initial and connect response: application tags 101 and 102 (T.125 clause 7). */
    static final int CONNECT_INITIAL = 0x7f65;

    static final int CONNECT_RESPONSE = 0x7f66;

    /** The lowest number of a channel; that of input and output. */
    private static final int FIRST_CHANNEL = 1001;

    private static final int LAST_CHANNEL = 1100;
    private static final int PRIORITY = 0x70;

    @Override
    public String name() {
        return "rdp";
    }

    /** One of the connect messages, data on a channel in one piece, or that a channel is joined. */
    @Override
    public boolean speaks(Cursor in) {
        int tag = in.peek16(0);
        if (tag == CONNECT_INITIAL || tag == CONNECT_RESPONSE) {
            return true;
        }
        boolean data = (in.peek(0) == 0x64 || in.peek(0) == 0x68) && in.peek(5) == PRIORITY;
        boolean join = in.peek(0) == 0x38 && in.left() == 5;
        boolean joined = in.peek(0) == 0x3e && in.left() == 8 && in.peek(1) == 0;
        int channel = in.peek16(joined ? 4 : 3);
        return (data || join || joined) && channel >= FIRST_CHANNEL && channel <= LAST_CHANNEL;
    }

    @Override
    public Dialogue open(TransportConnection connection) {
        return new Session();
    }
}
