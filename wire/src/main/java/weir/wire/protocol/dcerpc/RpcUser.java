// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.wire.Sink;

/** A protocol that is spoken in calls of interfaces of its own, without connections; given to {@link DceRpc}. */
public interface RpcUser {

    /** Stable lower-case name of the protocol. */
    String name();

    /** Whether the interface with this UUID is one of its own. */
    boolean serves(long high, long low);

    /** A reader for one conversation. */
    Reader open();

    /** Reads the calls of one conversation. */
    interface Reader {

        /** One message of a call, all of its fragments put together; all that is told of it is told here. */
        void call(RpcCall call, Sink out);
    }
}
