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

    /** Which layer {@link #payload} belongs to. */
    public Transport transport = Transport.LINK;

    public int sourcePort;
    public int destinationPort;
    public long sequence;
    public long acknowledgement;
    public int flags;
    public int window;

    /** Index of the first byte that the innermost header understood here carries. */
    public int payload;

    /** How many of those bytes were captured. */
    public int captured;

    /** How many there were on the wire, by the headers; more than {@link #captured} in a cut frame. */
    public int length;

    /** Number of tunnels that were opened to come here. */
    public int tunnels;
}
