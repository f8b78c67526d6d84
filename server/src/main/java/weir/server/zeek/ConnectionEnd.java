// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import weir.wire.net.Packet;

/** What one end of a connection sent. */
final class ConnectionEnd {

    /** How far a TCP end has come; of the others only the first two. */
    enum State {
        INACTIVE,
        ACTIVE,
        PARTIAL,
        SYN_SENT,
        ESTABLISHED,
        CLOSED,
        RESET
    }

    State state = State.INACTIVE;
    long packets;
    long ipBytes;
    long bytes;

    /** Bytes that the other end acknowledged, or that came after, and that were not seen. */
    long missed;

    /** Sequence number of the next new byte. */
    private int next;

    private boolean started;

    boolean sentSyn() {
        return state != State.INACTIVE && state != State.PARTIAL;
    }

    void count(Packet packet) {
        packets++;
        ipBytes += packet.ipLength;
    }

    /** A TCP segment; true when it only repeats. */
    boolean segment(Packet packet) {
        int sequence = (int) packet.sequence + ((packet.flags & Packet.SYN) != 0 ? 1 : 0);
        if (!started) {
            started = true;
            next = sequence;
        }
        if (packet.length == 0) {
            return false;
        }
        int ahead = sequence - next;
        int fresh = ahead + packet.length;
        if (fresh <= 0) {
            return true;
        }
        missed += Math.max(0, ahead);
        bytes += fresh;
        next += fresh;
        return false;
    }
}
