// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Grade;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Protocol;

/**
 * One conversation between two ends, as long as the sensor remembers it. The ends are kept in the order of their first
 * packet (side 0 sent it); which of them serves is known from the handshake, or guessed and put right by what is said.
 */
final class Flow {

    final long keyHigh;
    final long keyLow;
    final long number;
    final Transport transport;
    /** Addresses and ports of side 0 and side 1. */
    final Address[] address = new Address[2];

    final int[] port = new int[2];
    final Address[] mac = {Address.NONE, Address.NONE};
    /** Side 0 once more, as raw numbers: what tells each packet's side. */
    private long firstHigh;

    private long firstLow;
    private int firstPort;
    /** Which side serves. */
    int server = 1;
    /** That was seen in a handshake, or told by the protocol: guess no more. */
    boolean serverKnown;

    boolean handshake;
    boolean lossy;

    /** The first packet seen of it is the end of a connection. */
    boolean ending;

    int vlan;
    long lastSeen;
    long lastPacket;
    /** Time and number of its first packet. */
    long since;

    long firstPacket;

    /** Counted since the last {@link #contact}, by side. */
    final long[] packets = new long[2];

    final long[] bytes = new long[2];
    /** Sides that sent anything, as bits. */
    private int spoke;

    @Nullable
    Stream[] streams;

    @Nullable
    Recognition recognition = new Recognition();

    @Nullable
    Protocol protocol;

    @Nullable
    Dialogue dialogue;

    int messages;
    int doubts;
    /** Sides that said they are done, as bits; 3 when the connection is over. */
    int closed;

    long told;

    /** Its neighbours in the list of the {@link FlowTable}. */
    @Nullable
    Flow earlier;

    @Nullable
    Flow later;

    Flow(long number, long keyHigh, long keyLow, Transport transport) {
        this.number = number;
        this.keyHigh = keyHigh;
        this.keyLow = keyLow;
        this.transport = transport;
        this.streams = transport == Transport.TCP ? new Stream[] {new Stream(0), new Stream(1)} : NO_STREAMS;
    }

    private static final Stream[] NO_STREAMS = {};

    Stream stream(int side) {
        return java.util.Objects.requireNonNull(streams[side]);
    }

    void between(Address from, int fromPort, Address to, int toPort) {
        address[0] = from;
        address[1] = to;
        port[0] = fromPort;
        port[1] = toPort;
        firstHigh = from.high();
        firstLow = from.low();
        firstPort = fromPort;
    }

    /** The side that sent a packet with this source. */
    int side(long sourceHigh, long sourceLow, int sourcePort) {
        return sourceLow == firstLow && sourcePort == firstPort && sourceHigh == firstHigh ? 0 : 1;
    }

    /** Whether these are its two ends, in either order. */
    boolean joins(long high, long low, int aPort, long otherHigh, long otherLow, int otherPort) {
        return is(0, high, low, aPort) && is(1, otherHigh, otherLow, otherPort)
                || is(1, high, low, aPort) && is(0, otherHigh, otherLow, otherPort);
    }

    private boolean is(int side, long high, long low, int aPort) {
        return address[side].high() == high && address[side].low() == low && port[side] == aPort;
    }

    void count(int side, int payload) {
        packets[side]++;
        bytes[side] += payload;
        spoke |= 1 << side;
    }

    Direction way(int side) {
        return side == server ? Direction.TO_CLIENT : Direction.TO_SERVER;
    }

    /** Fills in who sends to whom, from one side. */
    void describe(Sighting at, int side) {
        int other = 1 - side;
        at.link(mac[side], mac[other], vlan)
                .between(transport, address[side], port[side], address[other], port[other])
                .conversation(number, side != server);
    }

    /** Name of what is spoken; "" while it is not known. */
    String speaks() {
        Dialogue reader = dialogue;
        Protocol known = protocol;
        if (reader == null || known == null) {
            return "";
        }
        String inner = reader.speaks();
        return inner != null ? inner : known.name();
    }

    Grade grade() {
        if (transport == Transport.TCP && spoke != 3) {
            return Grade.ONE_WAY;
        }
        if (lossy) {
            return Grade.LOSSY;
        }
        return handshake || transport != Transport.TCP ? Grade.WHOLE : Grade.JOINED;
    }

    /** What happened since the last contact; counts start afresh. */
    Contact contact(Contact.State state) {
        int client = 1 - server;
        Contact told = new Contact(
                state,
                transport,
                speaks(),
                state == Contact.State.OPENED && ending ? Grade.JOINED : grade(),
                packets[client],
                bytes[client],
                packets[server],
                bytes[server],
                since,
                lastSeen,
                firstPacket,
                lastPacket);
        packets[0] = 0;
        packets[1] = 0;
        bytes[0] = 0;
        bytes[1] = 0;
        return told;
    }
}
