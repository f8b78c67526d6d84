// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import weir.model.Transport;

/**
 * What the headers of one frame say; reused from frame to frame. Filled from the outside in, so that with a tunnel the
 * innermost addresses stand here. Numbers are as on the wire, unsigned.
 */
public final class Packet {

    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PUSH = 0x08;
    public static final int ACK = 0x10;

    /** The bytes that the offsets below point into: the frame's buffer, or a buffer of joined fragments. */
    public byte[] data = new byte[0];

    /** Hardware addresses, low 48 bits; 0 where the link has none. */
    public long sourceMac;

    public long destinationMac;

    /** Outermost VLAN id; 0 without a tag. */
    public int vlan;

    /** All VLAN tags of the frame, outermost first, 12 bits each in groups of 16 bits from the lowest. */
    public long vlans;

    /** EtherType of the payload (innermost tag), or 0 for an LLC frame. */
    public int etherType;

    /** SNAP organisation and type, {@code oui << 16 | type}; -1 where there is no SNAP header. */
    public long snap;

    /** LLC DSAP and SSAP, {@code dsap << 8 | ssap}; -1 where there is no LLC header. */
    public int llc;

    /** 4 or 6; 0 where the frame carries no IP. */
    public int ipVersion;

    /** IP addresses: IPv4 in the low 32 bits of the low words, high words 0. */
    public long sourceHigh;

    public long sourceLow;
    public long destinationHigh;
    public long destinationLow;

    /** Protocol number of the payload of IP (after extension headers); -1 without IP. */
    public int ipProtocol;

    public int ttl;

    /** The sender laid down the way by an IPv6 routing header of type 0, which RFC 5095 took back. */
    public boolean sourceRouted;

    /** Octets of the IP datagram with its headers, by its length field; 0 where the frame carries no IP. */
    public int ipLength;

    /** Which layer {@link #payload} belongs to. */
    public Transport transport = Transport.LINK;

    public int sourcePort;
    public int destinationPort;
    public long sequence;
    public long acknowledgement;
    public int flags;
    public int window;

    /** Index of the first option of TCP; they end where {@link #payload} begins. */
    public int options;

    /** Index of the first byte that the innermost header understood here carries. */
    public int payload;

    /** How many of those bytes were captured. */
    public int captured;

    /**
     * How many there were on the wire, by the headers; more than {@link #captured} in a cut frame. Of TCP never more than
     * the frame had room for: what a wrong length counts is no part of the stream.
     */
    public int length;

    /** Where in {@link #data} the frame ended on the wire, wherever its headers say that it does. */
    int wireEnd;

    /** Number of tunnels that were opened to come here. */
    public int tunnels;

    // known to this package alone: how the frame is read, and what tells one packet from its like

    /** Identification of the IP datagram: 16 bits, 32 with an IPv6 fragment header; -1 where there is none. */
    long identification;

    /** Checksum field of TCP, UDP or ICMP; 0 where there is none. */
    int checksum;

    /** Sequence number of an HSR tag or a PRP trailer; -1 without. */
    int redundancy;

    /** Where a fragment belongs in its datagram, in octets. */
    int fragmentOffset;

    boolean moreFragments;

    /** Distance from {@link #payload} to what a tunnel carries. */
    int inner;

    /** Why the headers cannot be read; of no meaning where they can. */
    String problem = "";

    /** Stands before the first header of another frame. What the last one left is cleared by {@link #clearAbsent}. */
    void begin(byte[] bytes, int offset, int capturedLength, int wireLength) {
        data = bytes;
        payload = offset;
        captured = capturedLength;
        length = Math.max(wireLength, capturedLength);
        wireEnd = offset + length;
        vlan = 0;
        vlans = 0;
        redundancy = -1;
        sourceRouted = false;
        tunnels = 0;
        beginLink();
    }

    private void beginLink() {
        sourceMac = 0;
        destinationMac = 0;
        etherType = 0;
        snap = -1;
        llc = -1;
        ipVersion = 0;
        ipLength = 0;
        ipProtocol = -1;
        transport = Transport.LINK;
    }

    /** Stands before the first header inside the tunnel whose headers end {@link #inner} further on. */
    void enterTunnel() {
        skip(inner);
        tunnels++;
        beginLink();
    }

    /** Clears what the headers of this frame did not fill: TCP, the most frequent, fills everything. */
    void clearAbsent() {
        if (transport == Transport.TCP) {
            return;
        }
        sequence = 0;
        acknowledgement = 0;
        flags = 0;
        window = 0;
        options = 0;
        if (transport == Transport.UDP) {
            return;
        }
        sourcePort = 0;
        destinationPort = 0;
        checksum = transport == Transport.ICMP ? checksum : 0;
        if (ipVersion == 0) {
            sourceHigh = 0;
            sourceLow = 0;
            destinationHigh = 0;
            destinationLow = 0;
            ttl = 0;
            identification = -1;
        }
    }

    /** Moves behind a header; where fewer bytes were captured, to their end. */
    void skip(int header) {
        int there = Math.min(header, captured);
        payload += there;
        captured -= there;
        length -= header;
    }

    /** The payload ends after {@code count} bytes, by a length field: what follows is padding or a trailer. */
    void end(int count) {
        length = count;
        captured = Math.min(captured, count);
    }

    /** Keeps another VLAN tag; 0 is no VLAN but a priority. */
    void tag(int id) {
        int kept = (79 - Long.numberOfLeadingZeros(vlans)) >>> 4;
        if (id == 0 || kept == 4) {
            return;
        }
        vlan = kept == 0 ? id : vlan;
        vlans |= (long) id << (16 * kept);
    }

    Next malformed(String reason) {
        problem = reason;
        return Next.MALFORMED;
    }

    /** There are not enough bytes for a header, because the frame is too short or because the capture cut it. */
    Next tooShort(String reason) {
        return malformed(captured < length ? "snapped" : reason);
    }

    void copyFrom(Packet other) {
        data = other.data;
        sourceMac = other.sourceMac;
        destinationMac = other.destinationMac;
        vlan = other.vlan;
        vlans = other.vlans;
        etherType = other.etherType;
        snap = other.snap;
        llc = other.llc;
        ipVersion = other.ipVersion;
        sourceHigh = other.sourceHigh;
        sourceLow = other.sourceLow;
        destinationHigh = other.destinationHigh;
        destinationLow = other.destinationLow;
        ipProtocol = other.ipProtocol;
        ttl = other.ttl;
        sourceRouted = other.sourceRouted;
        ipLength = other.ipLength;
        transport = other.transport;
        sourcePort = other.sourcePort;
        destinationPort = other.destinationPort;
        sequence = other.sequence;
        acknowledgement = other.acknowledgement;
        flags = other.flags;
        window = other.window;
        options = other.options;
        payload = other.payload;
        captured = other.captured;
        length = other.length;
        wireEnd = other.wireEnd;
        tunnels = other.tunnels;
        identification = other.identification;
        checksum = other.checksum;
        redundancy = other.redundancy;
        inner = other.inner;
    }
}
