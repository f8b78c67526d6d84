// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Frames made by hand, header by header; each carries the five octets {@code hello} in the end. */
final class Frames {

    record Frame(int linkType, String hex) {

        byte[] bytes() {
            return Frames.bytes(hex);
        }
    }

    /** Destination and source address of an Ethernet frame. */
    static final String MACS = "020000000002 020000000001 ";

    /** 10.0.0.1:49152 to 10.0.0.2:502. */
    static final String TCP = """
            45 00 002d 1234 4000 40 06 0000     # IPv4, 45 octets, identification 0x1234, TTL 64, TCP
            0a000001 0a000002                   # 10.0.0.1 to 10.0.0.2
            c000 01f6 00000064 000000c8         # 49152 to 502, sequence 100, acknowledgement 200
            5018 2000 abcd 0000                 # header 20, PSH ACK, window 8192, checksum
            68656c6c6f
            """;

    /** 10.0.0.1:47808 to 10.0.0.2:47808. */
    static final String UDP = """
            45 00 0021 1234 0000 40 11 0000     # IPv4, 33 octets, UDP
            0a000001 0a000002
            bac0 bac0 000d abcd                 # 47808 to 47808, 13 octets, checksum
            68656c6c6f
            """;

    /** fd00::1 to fd00::2, the same datagram. */
    static final String UDP6 = ipv6(13, 17) + "bac0 bac0 000d abcd 68656c6c6f";

    static final String ETHERNET_UDP = MACS + "0800 " + UDP;

    static final Map<String, Frame> ALL = all();

    private Frames() {}

    static Frame named(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    static byte[] bytes(String text) {
        return HexFormat.of().parseHex(text.replaceAll("#[^\n]*", "").replaceAll("\\s", ""));
    }

    /** An IPv6 header, fd00::1 to fd00::2. */
    static String ipv6(int length, int next) {
        return "60000000 %04x %02x 40 fd000000000000000000000000000001 fd000000000000000000000000000002 "
                .formatted(length, next);
    }

    /** An IPv4 header, 192.0.2.1 to 192.0.2.2, before {@code inner}. */
    static String ipv4(int protocol, String inner) {
        int length = 20 + bytes(inner).length;
        return "4500 %04x 0001 0000 ff %02x 0000 c0000201 c0000202 ".formatted(length, protocol) + inner;
    }

    /** IPv4 and UDP, 192.0.2.1 to 192.0.2.2, before {@code inner}. */
    static String datagram(int from, int to, String inner) {
        return ipv4(17, "%04x %04x %04x 0000 ".formatted(from, to, 8 + bytes(inner).length) + inner);
    }

    private static Map<String, Frame> all() {
        Map<String, Frame> all = new LinkedHashMap<>();
        links(all);
        ethernet(all);
        extensions(all);
        tunnels(all);
        return all;
    }

    private static void put(Map<String, Frame> all, String name, int linkType, String hex) {
        all.put(name, new Frame(linkType, hex));
    }

    private static void links(Map<String, Frame> all) {
        put(all, "ethernet", 1, MACS + "0800 " + TCP);
        put(all, "null, little-endian", 0, "02000000 " + TCP);
        put(all, "null, big-endian", 0, "00000002 " + TCP);
        put(all, "null, IPv6 of Darwin", 0, "1e000000 " + UDP6);
        put(all, "loop, IPv6 of OpenBSD", 108, "00000018 " + UDP6);
        put(all, "raw", 101, TCP);
        put(all, "raw of BSD", 12, UDP6);
        put(all, "raw IPv4", 228, UDP);
        put(all, "raw IPv6", 229, UDP6);
        // packet type 0, ARP hardware type 1, address length 6, address, EtherType
        put(all, "cooked", 113, "0000 0001 0006 020000000001 0000 0800 " + TCP);
        put(all, "cooked with a tag", 113, "0000 0001 0006 020000000001 0000 8100 0007 0800 " + TCP);
        // EtherType, reserved, interface 3, hardware type 1, packet type 0, address length 6, address
        put(all, "cooked v2", 276, "0800 0000 00000003 0001 00 06 020000000001 0000 " + TCP);
        put(all, "PPP", 9, "0021 " + UDP);
        put(all, "PPP with a short protocol", 9, "21 " + UDP);
        put(all, "PPP in HDLC", 50, "ff 03 0057 " + UDP6);
        put(all, "Cisco HDLC", 104, "0f 00 0800 " + UDP);
        put(all, "Cisco HDLC as PPP", 50, "8f 00 0800 " + UDP);
        put(all, "PPPoE without Ethernet", 51, "11 00 0001 0023 0021 " + UDP);
    }

    private static void ethernet(Map<String, Frame> all) {
        put(all, "802.1Q", 1, MACS + "8100 a064 0800 " + TCP); // priority 5, VLAN 100
        put(all, "QinQ", 1, MACS + "88a8 0014 8100 0064 0800 " + TCP); // VLAN 20, then 100
        put(all, "old QinQ", 1, MACS + "9100 0014 8100 0064 86dd " + UDP6);
        put(all, "padded", 1, MACS + "0800 " + UDP + "00000000 00000000 00000000 00");
        // path 0, LSDU size, sequence 7, EtherType
        put(all, "HSR", 1, MACS + "892f 0027 0007 0800 " + UDP);
        // sequence 9, LAN A, LSDU size 39, suffix
        put(all, "PRP", 1, MACS + "0800 " + UDP + "0009 a027 88fb");
        put(all, "SNAP with an EtherType", 1, MACS + "0029 aaaa03 000000 0800 " + UDP);
        put(all, "MPLS", 1, MACS + "8847 00064040 00065140 " + UDP); // two labels, the second the bottom
        put(all, "MPLS, pseudowire", 1, MACS + "8847 00065140 00000000 " + ETHERNET_UDP);
        put(all, "MPLS, pseudowire without control word", 1, MACS + "8848 00065140 " + ETHERNET_UDP);
        put(all, "PPPoE", 1, MACS + "8864 11 00 0001 0023 0021 " + UDP + "000000");
    }

    private static void extensions(Map<String, Frame> all) {
        put(all, "IPv4 options", 1, MACS + """
                0800
                46 00 0025 1234 0000 40 11 0000 0a000001 0a000002
                94040000                        # router alert
                bac0 bac0 000d abcd 68656c6c6f
                """);
        put(all, "IPv6 extensions", 1, MACS + "86dd " + ipv6(69, 0) + """
                3c 00 05020000 0100             # hop by hop, then
                2b 00 00000000 0000             # destination options, then
                2c 00 00000000 0000             # routing, then
                33 00 0000 00000001             # a fragment header on a whole datagram, then
                11 04 0000 00000001 00000001    # authentication: 24 octets, then UDP
                000000000000000000000000
                bac0 bac0 000d abcd 68656c6c6f
                """);
    }

    private static void tunnels(Map<String, Frame> all) {
        put(all, "IP in IP", 1, MACS + "0800 " + ipv4(4, UDP));
        put(all, "6in4", 1, MACS + "0800 " + ipv4(41, UDP6));
        put(all, "GRE", 1, MACS + "0800 " + ipv4(47, "0000 0800 " + UDP));
        put(all, "GRE with everything", 1, MACS + "0800 " + ipv4(47, "b000 86dd 00000000 00000001 00000002 " + UDP6));
        put(all, "GRE, bridged", 1, MACS + "0800 " + ipv4(47, "2000 6558 00000100 " + ETHERNET_UDP));
        put(all, "ERSPAN I", 1, MACS + "0800 " + ipv4(47, "0000 88be " + ETHERNET_UDP));
        put(all, "ERSPAN II", 1, MACS + "0800 " + ipv4(47, "1000 88be 00000001 1064000100000000 " + ETHERNET_UDP));
        put(
                all,
                "ERSPAN III",
                1,
                MACS + "0800 "
                        + ipv4(47, "1000 22eb 00000001 206400010000000000000001 0000000000000000 " + ETHERNET_UDP));
        put(all, "VXLAN", 1, MACS + "0800 " + datagram(55555, 4789, "08000000 00006400 " + ETHERNET_UDP));
        put(all, "Geneve", 1, MACS + "0800 " + datagram(55555, 6081, "0100 6558 00006400 01020300 " + ETHERNET_UDP));
        put(all, "Geneve with IP", 1, MACS + "0800 " + datagram(55555, 6081, "0000 0800 00006400 " + UDP));
        put(all, "Teredo", 1, MACS + "0800 " + datagram(3544, 1024, UDP6));
        put(
                all,
                "Teredo with all of it",
                1,
                MACS + "0800 " + datagram(1024, 3544, "0001 00 00 0000000000000001 00 0000 fbff 3f57fefd " + UDP6));
        put(all, "GTP", 1, MACS + "0800 " + datagram(2152, 2152, "30 ff 0021 00000001 " + UDP));
        put(
                all,
                "GTP with extension",
                1,
                MACS + "0800 " + datagram(2152, 2152, "34 ff 0029 00000001 0000 00 85 01 1000 00 " + UDP));
        put(all, "GRE in GRE", 1, MACS + "0800 " + ipv4(47, "0000 0800 " + ipv4(47, "0000 0800 " + UDP)));
    }
}
