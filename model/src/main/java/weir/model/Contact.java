// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * A flow that opened, went on or ended. Told when it opens, every so often while it lasts, and when it ends; the counts
 * are those since the last time it was told.
 *
 * @param state where in its life the flow is
 * @param transport what carries it
 * @param protocol the protocol recognised by then, or ""
 * @param grade how well it could be seen so far
 * @param packetsOut packets from client to server
 * @param bytesOut payload bytes from client to server
 * @param packetsBack packets from server to client
 * @param bytesBack payload bytes from server to client
 * @param since time of the flow's first packet, nanoseconds since the epoch
 * @param until time of its last packet so far
 * @param firstPacket number of the flow's first packet
 * @param lastPacket number of its last packet so far
 */
public record Contact(
        State state,
        Transport transport,
        String protocol,
        Grade grade,
        long packetsOut,
        long bytesOut,
        long packetsBack,
        long bytesBack,
        long since,
        long until,
        long firstPacket,
        long lastPacket)
        implements Observation {

    public enum State {
        OPENED,
        COUNTED,
        CLOSED
    }
}
