// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

/**
 * Numbers of the kernel's packet interface, the same on x86-64 and aarch64. Sources: {@code linux/if_packet.h}
 * (tpacket_req3, tpacket_block_desc, tpacket3_hdr, sockaddr_ll, packet_mreq, tpacket_stats_v3), {@code linux/if.h},
 * {@code asm-generic/socket.h}, {@code asm-generic/errno.h}, {@code asm-generic/poll.h}.
 */
final class PacketAbi {

    static final int AF_PACKET = 17;
    static final int SOCK_RAW = 3;
    static final int SOCK_CLOEXEC = 0x80000;

    /** ETH_P_ALL, 3, in network order. */
    static final short ALL_PROTOCOLS = 0x0300;

    static final int SOL_SOCKET = 1;
    static final int SO_ERROR = 4;
    static final int SOL_PACKET = 263;
    static final int PACKET_ADD_MEMBERSHIP = 1;
    static final int PACKET_RX_RING = 5;
    static final int PACKET_STATISTICS = 6;
    static final int PACKET_VERSION = 10;
    static final int TPACKET_V3 = 2;
    static final int PACKET_MR_PROMISC = 1;

    /** struct tpacket_req3: seven numbers of 32 bits. */
    static final int REQUEST_BYTES = 28;

    /** struct packet_mreq: index(4) type(2) address length(2) address(8). */
    static final int MEMBERSHIP_BYTES = 16;

    /** struct tpacket_stats_v3: packets(4) drops(4) freezes(4); reading sets them to 0. */
    static final int STATISTICS_BYTES = 12;

    static final int STATISTICS_DROPS = 4;

    /** struct sockaddr_ll: family(2) protocol(2) index(4) hardware type(2) packet type(1) length(1) address(8). */
    static final int ADDRESS_BYTES = 20;

    static final int ADDRESS_HARDWARE = 8;

    /** struct tpacket_block_desc: version(4) private(4) status(4) packets(4) first packet(4) bytes(4) ... */
    static final int BLOCK_STATUS = 8;

    static final int BLOCK_PACKETS = 12;
    static final int BLOCK_FIRST = 16;
    static final int BLOCK_BYTES = 20;
    static final int BLOCK_HEADER = 48;

    /** struct tpacket3_hdr: next(4) s(4) ns(4) captured(4) length(4) status(4) mac(2) net(2) hash(4) tci(4) tpid(2). */
    static final int PACKET_NEXT = 0;

    static final int PACKET_SECONDS = 4;
    static final int PACKET_NANOSECONDS = 8;
    static final int PACKET_CAPTURED = 12;
    static final int PACKET_LENGTH = 16;
    static final int PACKET_STATUS = 20;
    static final int PACKET_MAC = 24;
    static final int PACKET_TCI = 32;
    static final int PACKET_TPID = 36;
    static final int PACKET_HEADER = 48;

    /** sll_pkttype of the sockaddr_ll that follows a tpacket3_hdr. */
    static final int PACKET_DIRECTION = PACKET_HEADER + 10;

    static final int OUTGOING = 4;

    static final int STATUS_KERNEL = 0;
    static final int STATUS_USER = 1;
    static final int STATUS_VLAN = 1 << 4;
    static final int STATUS_TPID = 1 << 6;

    /** struct ifreq: name(16) flags(2) and what else fits in it. */
    static final int IFREQ_BYTES = 40;

    static final int IFREQ_FLAGS = 16;
    static final long SIOCGIFFLAGS = 0x8913;
    static final int IFF_UP = 1;

    /** struct pollfd: descriptor(4) events(2) returned(2). */
    static final int POLL_BYTES = 8;

    static final short POLLIN = 1;
    static final short POLLERR = 8;

    static final int PROT_READ_WRITE = 3;
    static final int MAP_SHARED = 1;

    static final int EPERM = 1;
    static final int ENODEV = 19;
    static final int ENETDOWN = 100;
    static final int ENOMEM = 12;
    static final int EACCES = 13;

    static final int ARPHRD_ETHER = 1;
    static final int ARPHRD_TUNNEL = 768;
    static final int ARPHRD_LOOPBACK = 772;
    static final int ARPHRD_NONE = 65534;

    private PacketAbi() {}
}
