// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import weir.model.Transport;

/**
 * The reader of link, tunnel, network and transport headers. The headers of a plain packet follow one another by direct
 * calls; only a tunnel or a fragment comes back here. Where what a tunnel seems to carry cannot be read, the packet
 * stays as it was before the tunnel.
 */
public final class Layers {

    private static final int MOST_TUNNELS = 8;

    /** Tunnels and joined datagrams that are opened in one frame. */
    private static final int MOST_STEPS = 32;

    private final Fragments fragments = new Fragments();
    private final Packet outer = new Packet();
    private String reason = "";

    /** What came of a frame. */
    public enum Result {
        /** The packet is filled. */
        READ,
        /** A fragment of a datagram that is not whole yet. */
        HELD,
        /** Headers that cannot be: cut short or contradictory. */
        MALFORMED,
        /** The link type is not known here. */
        UNKNOWN_LINK
    }

    /**
     * Reads the headers of one frame.
     *
     * @param captured how many bytes of the frame there are
     * @param length how many there were on the wire
     * @param linkType LINKTYPE number of the capture file
     * @param time nanoseconds since the epoch
     * @param into is filled; as far as it was understood where the result is not {@link Result#READ}
     */
    public Result read(byte[] data, int offset, int captured, int length, int linkType, long time, Packet into) {
        into.begin(data, offset, captured, length);
        Next next = linkType == Links.ETHERNET ? Ethernet.read(into) : Links.read(into, linkType);
        Result result = next == Next.DONE ? Result.READ : further(next, into, time);
        into.clearAbsent();
        return result;
    }

    private Result further(Next first, Packet p, long time) {
        Next next = first;
        for (int step = 0; step < MOST_STEPS; step++) {
            switch (next) {
                case DONE -> {
                    return Result.READ;
                }
                case MALFORMED -> {
                    return malformed(p);
                }
                case UNKNOWN_LINK -> {
                    return Result.UNKNOWN_LINK;
                }
                case HELD -> {
                    return Result.HELD;
                }
                case FRAGMENT -> {
                    next = fragments.add(p, time);
                    next = next == Next.DONE ? Internet.above(p) : next;
                }
                case ETHERNET, IPV4, IPV6 -> next = p.tunnels == MOST_TUNNELS ? Next.DONE : enter(next, p);
            }
        }
        p.malformed("tunnels_endless");
        return malformed(p);
    }

    private Next enter(Next carried, Packet p) {
        outer.copyFrom(p);
        p.enterTunnel();
        if (carried == Next.ETHERNET) {
            return Ethernet.read(p);
        }
        if (carried == Next.IPV4) {
            p.etherType = EtherTypes.IPV4;
            return Internet.v4(p);
        }
        p.etherType = EtherTypes.IPV6;
        return Internet.v6(p);
    }

    /** That UDP or a label carries a tunnel is a guess; that IP does is said by its header. */
    private Result malformed(Packet p) {
        String problem = p.problem;
        if (p.tunnels > 0) {
            p.copyFrom(outer);
            if (p.transport != Transport.IP) {
                return Result.READ;
            }
        }
        reason = problem;
        return Result.MALFORMED;
    }

    /** Why the last {@link Result#MALFORMED} frame is so: a constant such as {@code ipv4_header_short}. */
    public String reason() {
        return reason;
    }

    /** The fragments that wait for their like, and what became of others. */
    public Fragments fragments() {
        return fragments;
    }

    /** Name of a link type, such as {@code ieee802_15_4}; {@code link_type_N} where it has none here. */
    public static String linkName(int linkType) {
        return LinkNames.of(linkType);
    }
}
