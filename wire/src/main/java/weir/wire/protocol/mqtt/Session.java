// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.protocol.AskedObjects;

/** What is remembered of one connection. */
final class Session {

    static final int FIVE = 5;

    /** Answer to CONNECT and to PINGREQ, which have no number; those of packets are below. */
    static final long CONNECT = 1L << 32;

    static final long PING = 2L << 32;

    /** Requests that wait for their answer. */
    final Pending pending = new Pending(64);

    /** Filters that clients subscribed to or gave up. */
    final AskedObjects filters = new AskedObjects(256);

    /** Level of the protocol that CONNECT named; 0 where that was not seen. */
    int version;

    /** Joins a packet to its acknowledgement, which goes the other way. */
    static long key(Direction asked, int number) {
        return (asked == Direction.TO_SERVER ? 1L << 16 : 0) | number;
    }
}
