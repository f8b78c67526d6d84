// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Loss;
import weir.model.Transport;
import weir.wire.Expected;
import weir.wire.Protocol;
import weir.wire.Sink;
import weir.wire.net.Addresses;
import weir.wire.net.Packet;

/** Every conversation that goes on, from its first packet until it ends, falls silent, or the input does. */
public final class Conversations {

    /** Conversations remembered at a time. */
    private static final int MOST = 200_000;

    private static final long SECOND = 1_000_000_000L;
    private static final long SWEEP_EVERY = 30 * SECOND;
    private static final long TELL_EVERY = 60 * SECOND;
    /** Silence after which a connection is forgotten: open, and closed. */
    private static final long TCP_SILENCE = 300 * SECOND;

    private static final long CLOSED_SILENCE = 5 * SECOND;
    private static final long OTHER_SILENCE = 60 * SECOND;

    private static final Loss FULL = new Loss("sensor", "flow_table_full", "flows");

    private final Sink sink;
    private final Addresses addresses;
    private final FlowTable table = new FlowTable(MOST);
    private final Recogniser recogniser;
    private final Reader reader;
    private final Expected expected;
    private final Reassembly reassembly;
    private final PacketListener listener;
    private final boolean listened;
    private long numbers;
    private long now = Long.MIN_VALUE;
    private long swept = Long.MIN_VALUE;

    public Conversations(List<Protocol> protocols, Sink sink, Addresses addresses) {
        this(protocols, sink, addresses, PacketListener.NOBODY);
    }

    /** @param listener is told of each packet, before what it says is read */
    public Conversations(List<Protocol> protocols, Sink sink, Addresses addresses, PacketListener listener) {
        this.sink = sink;
        this.listener = listener;
        this.listened = listener != PacketListener.NOBODY;
        this.addresses = addresses;
        recogniser = new Recogniser(protocols);
        reader = new Reader(recogniser, sink);
        expected = sink.common(Expected.class, Expected::new);
        reassembly = new Reassembly(reader);
    }

    /** Numbers those that begin from here on after this one: two sensors of one site then share no number. */
    public void numberAfter(long number) {
        numbers = number;
    }

    /** One packet; the sink's sighting already says which. */
    public void packet(Packet packet) {
        now = Math.max(now, sink.time());
        if (now - swept > SWEEP_EVERY || swept == Long.MIN_VALUE) {
            sweep();
        }
        long sourceHigh = packet.sourceHigh;
        long sourceLow = packet.sourceLow;
        if (packet.transport == Transport.LINK) {
            sourceHigh = 0;
            sourceLow = packet.sourceMac;
        }
        Flow flow = find(packet);
        int side = flow == null ? 0 : flow.side(sourceHigh, sourceLow, packet.sourcePort);
        if (flow == null || isOver(flow, side, packet)) {
            if (flow != null) {
                end(flow);
            }
            flow = begin(packet);
            side = 0;
        }
        flow.lastSeen = now;
        flow.lastPacket = sink.at().packet();
        flow.count(side, packet.length);
        moved(flow, side, packet);
        if (packet.sourceRouted) {
            reader.sourceRouted(flow, side);
        }
        if (listened) {
            flow.describe(sink.at(), side);
            listener.packet(sink.at(), packet);
        }
        switch (packet.transport) {
            case TCP -> tcp(flow, side, packet);
            case UDP, LINK, ICMP, IP -> {
                if (packet.captured > 0) {
                    reader.datagram(flow, side, packet.data, packet.payload, packet.captured);
                }
            }
        }
    }

    private void tcp(Flow flow, int side, Packet packet) {
        int flags = packet.flags & (Packet.SYN | Packet.ACK);
        boolean opens = (packet.flags & Packet.SYN) != 0 && (packet.flags & (Packet.FIN | Packet.RST)) == 0;
        if (opens) {
            flow.handshake = true;
            flow.serverKnown = true;
            flow.server = flags == Packet.SYN ? 1 - side : side;
        }
        reassembly.segment(flow, side, packet, now);
    }

    /** A connection that begins again on the ports of one that was. */
    private static boolean isOver(Flow flow, int side, Packet packet) {
        if (flow.transport != Transport.TCP || (packet.flags & (Packet.SYN | Packet.ACK)) != Packet.SYN) {
            return false;
        }
        Stream stream = flow.stream(side);
        return flow.closed != 0 || stream.started && stream.next != (int) packet.sequence + 1;
    }

    private @Nullable Flow find(Packet packet) {
        key(packet);
        Flow flow = table.find(keyHigh, keyLow);
        if (packet.ipVersion == 6) {
            while (flow != null && !joins(flow, packet)) {
                flow = table.find(keyHigh, ++keyLow);
            }
        }
        return flow;
    }

    private static boolean joins(Flow flow, Packet packet) {
        return flow.joins(
                packet.sourceHigh,
                packet.sourceLow,
                packet.sourcePort,
                packet.destinationHigh,
                packet.destinationLow,
                packet.destinationPort);
    }

    private long keyHigh;
    private long keyLow;

    /**
     * The same for both directions. IPv4: both addresses, both ports, protocol. Link: both hardware addresses, type.
     * IPv6: a hash, so a match is checked against the flow itself.
     */
    private void key(Packet p) {
        if (p.transport == Transport.LINK) {
            // access points of LLC are no EtherTypes: those are above
            long type = p.snap >= 0 ? p.snap & 0xffff : p.llc >= 0 ? p.llc & 0xff : p.etherType;
            keyHigh = Math.min(p.sourceMac, p.destinationMac) | type << 48;
            keyLow = Math.max(p.sourceMac, p.destinationMac) | 1L << 56;
            return;
        }
        boolean forward =
                p.sourceLow < p.destinationLow || p.sourceLow == p.destinationLow && p.sourcePort <= p.destinationPort;
        long lower = forward ? p.sourceLow : p.destinationLow;
        long upper = forward ? p.destinationLow : p.sourceLow;
        int lowerPort = forward ? p.sourcePort : p.destinationPort;
        int upperPort = forward ? p.destinationPort : p.sourcePort;
        keyLow = (long) lowerPort << 16 | upperPort | (long) p.ipProtocol << 32 | (long) p.ipVersion << 40;
        keyHigh = lower << 32 | upper;
        if (p.ipVersion == 6) {
            long highs = p.sourceHigh + p.destinationHigh + Long.rotateLeft(p.sourceHigh ^ p.destinationHigh, 17);
            keyHigh = (lower * 0x9e37_79b9_7f4a_7c15L ^ Long.rotateLeft(upper, 29)) * 0xc2b2_ae3d_27d4_eb4fL + highs;
        }
    }

    private Flow begin(Packet p) {
        if (table.full()) {
            makeRoom();
        }
        Flow flow = new Flow(++numbers, keyHigh, keyLow, p.transport);
        if (p.transport == Transport.LINK) {
            flow.between(addresses.mac(p.sourceMac), 0, addresses.mac(p.destinationMac), 0);
        } else if (p.ipVersion == 4) {
            flow.between(
                    addresses.ipv4(p.sourceLow), p.sourcePort, addresses.ipv4(p.destinationLow), p.destinationPort);
        } else {
            flow.between(
                    addresses.ipv6(p.sourceHigh, p.sourceLow),
                    p.sourcePort,
                    addresses.ipv6(p.destinationHigh, p.destinationLow),
                    p.destinationPort);
        }
        flow.vlan = p.vlan;
        flow.told = now;
        flow.since = sink.time();
        flow.firstPacket = sink.at().packet();
        flow.ending = flow.transport == Transport.TCP
                && (p.flags & (Packet.SYN | Packet.FIN | Packet.ACK)) == (Packet.FIN | Packet.ACK);
        flow.server = presumedServer(flow);
        known(flow, p);
        expected(flow);
        table.put(flow);
        moved(flow, 0, p);
        flow.describe(sink.at(), 0);
        sink.observe(flow.contact(Contact.State.OPENED));
        return flow;
    }

    /** What is told by the layer below needs no recognition. */
    private void known(Flow flow, Packet p) {
        Protocol protocol = switch (p.transport) {
            case LINK -> recogniser.onLink(p.etherType, p.snap, p.llc);
            case ICMP, IP -> recogniser.onIp(p.ipProtocol);
            case TCP, UDP -> null;
        };
        if (protocol != null) {
            reader.open(flow, protocol);
        } else if (p.transport != Transport.TCP && p.transport != Transport.UDP) {
            flow.recognition = null;
        }
    }

    /** What another conversation announced needs none either. */
    private void expected(Flow flow) {
        for (int side = 1; side >= 0 && flow.dialogue == null; side--) {
            Expected.Announced announced =
                    expected.meet(flow.transport, flow.address[side], flow.port[side], flow.address[1 - side], now);
            if (announced != null) {
                flow.protocol = announced.protocol();
                flow.dialogue = announced.reader();
            }
        }
    }

    /** A usual port serves; else the lower one if only it is low; else who was spoken to first. */
    private int presumedServer(Flow flow) {
        if (flow.transport != Transport.TCP && flow.transport != Transport.UDP) {
            return 1;
        }
        boolean usual = recogniser.isUsualPort(flow.transport, flow.port[0]);
        if (usual != recogniser.isUsualPort(flow.transport, flow.port[1])) {
            return usual ? 0 : 1;
        }
        return flow.port[0] < 10_000 && flow.port[0] < flow.port[1] && flow.port[1] >= 1024 ? 0 : 1;
    }

    /** Notes the hardware addresses; tells it when they changed under way. */
    private void moved(Flow flow, int side, Packet p) {
        if (flow.mac[side].low() != p.sourceMac) {
            boolean before = flow.mac[side] != Address.NONE;
            flow.mac[side] = addresses.mac(p.sourceMac);
            if (before) {
                flow.describe(sink.at(), side);
                sink.observe(flow.contact(Contact.State.COUNTED));
            }
        }
        if (flow.mac[1 - side] == Address.NONE && p.destinationMac != 0) {
            flow.mac[1 - side] = addresses.mac(p.destinationMac);
        }
    }

    private void end(Flow flow) {
        if (flow.transport == Transport.TCP) {
            reassembly.finish(flow);
        } else {
            reader.ended(flow, 0, false);
            reader.ended(flow, 1, false);
        }
        flow.describe(sink.at(), 1 - flow.server);
        sink.observe(flow.contact(Contact.State.CLOSED));
        table.remove(flow);
    }

    /** Ends those that fell silent, and tells of those that go on. */
    private void sweep() {
        swept = now;
        table.each(flow -> {
            if (now - flow.lastSeen > silence(flow)) {
                end(flow);
            } else if (now - flow.told > TELL_EVERY && flow.packets[0] + flow.packets[1] > 0) {
                flow.told = now;
                flow.describe(sink.at(), 1 - flow.server);
                sink.observe(flow.contact(Contact.State.COUNTED));
            }
        });
    }

    private static long silence(Flow flow) {
        if (flow.transport != Transport.TCP) {
            return OTHER_SILENCE;
        }
        return flow.closed == 3 ? CLOSED_SILENCE : TCP_SILENCE;
    }

    /** Ends the conversations that were silent longest, an eighth of them at least. */
    private void makeRoom() {
        int before = table.count();
        for (long limit = TCP_SILENCE / 2; table.count() > MOST - MOST / 8; limit = limit == 0 ? -1 : limit / 2) {
            long silence = limit;
            table.each(flow -> {
                if (now - flow.lastSeen > silence) {
                    end(flow);
                }
            });
        }
        sink.at().detail((long) before - table.count());
        sink.observe(FULL);
        sink.at().detail(0);
    }

    /** The input has ended: all that is still open is told. */
    public void finish() {
        table.each(this::end);
    }
}
