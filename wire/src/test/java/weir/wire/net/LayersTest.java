// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.wire.net.Frames.MACS;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import weir.model.Transport;
import weir.wire.net.Layers.Result;

class LayersTest {

    private final Layers layers = new Layers();
    private final Packet packet = new Packet();

    private Result read(int linkType, String hex) {
        return read(linkType, Frames.bytes(hex));
    }

    private Result read(int linkType, byte[] frame) {
        return layers.read(frame, 0, frame.length, frame.length, linkType, 0, packet);
    }

    private Result readNamed(String name) {
        Frames.Frame frame = Frames.named(name);
        return read(frame.linkType(), frame.bytes());
    }

    private String payload() {
        return new String(packet.data, packet.payload, packet.captured, StandardCharsets.ISO_8859_1);
    }

    @TestFactory
    Stream<DynamicTest> finds_the_payload_behind() {
        return Frames.ALL.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    assertThat(readNamed(name)).isEqualTo(Result.READ);
                    assertThat(payload()).isEqualTo("hello");
                    assertThat(packet.length).isEqualTo(5);
                    assertThat(packet.transport).isIn(Transport.TCP, Transport.UDP);
                    assertThat(packet.destinationPort).isIn(502, 47808);
                    assertThat(packet.sourceLow).isIn(0x0a000001L, 1L);
                }));
    }

    @Test
    void fills_every_field_of_a_tcp_segment() {
        readNamed("ethernet");

        assertThat(packet.sourceMac).isEqualTo(0x020000000001L);
        assertThat(packet.destinationMac).isEqualTo(0x020000000002L);
        assertThat(packet.etherType).isEqualTo(0x0800);
        assertThat(packet.ipVersion).isEqualTo(4);
        assertThat(packet.sourceLow).isEqualTo(0x0a000001L);
        assertThat(packet.destinationLow).isEqualTo(0x0a000002L);
        assertThat(packet.sourceHigh | packet.destinationHigh).isZero();
        assertThat(packet.ipProtocol).isEqualTo(6);
        assertThat(packet.ttl).isEqualTo(64);
        assertThat(packet.sourcePort).isEqualTo(49152);
        assertThat(packet.destinationPort).isEqualTo(502);
        assertThat(packet.sequence).isEqualTo(100);
        assertThat(packet.acknowledgement).isEqualTo(200);
        assertThat(packet.flags).isEqualTo(Packet.PUSH | Packet.ACK);
        assertThat(packet.window).isEqualTo(8192);
        assertThat(packet.tunnels).isZero();
        assertThat(packet.snap).isEqualTo(-1);
        assertThat(packet.llc).isEqualTo(-1);
    }

    @Test
    void leaves_nothing_of_the_last_packet_behind() {
        readNamed("ethernet");
        read(1, MACS + "88b8 0001");

        assertThat(packet.transport).isEqualTo(Transport.LINK);
        assertThat(packet.etherType).isEqualTo(0x88b8);
        assertThat(packet.ipVersion).isZero();
        assertThat(packet.ipProtocol).isEqualTo(-1);
        assertThat(packet.sourceLow | packet.destinationLow).isZero();
        assertThat(packet.sourcePort | packet.destinationPort | packet.flags | packet.window | packet.ttl)
                .isZero();
        assertThat(packet.sequence | packet.acknowledgement).isZero();
    }

    @Test
    void believes_no_length_beyond_the_frame() {
        byte[] frame = Frames.named("ethernet").bytes();
        frame[16] ^= (byte) 0x80; // total length of IPv4
        assertThat(read(1, frame)).isEqualTo(Result.READ);
        assertThat(packet.captured).isEqualTo(5);
        assertThat(packet.length).isEqualTo(5);

        // what a snap length took was on the wire
        layers.read(frame, 0, frame.length, frame.length + 100, 1, 0, packet);
        assertThat(packet.captured).isEqualTo(5);
        assertThat(packet.length).isEqualTo(105);
    }

    @Test
    void keeps_both_addresses_of_ipv6_whole() {
        readNamed("raw IPv6");

        assertThat(packet.sourceHigh).isEqualTo(0xfd00_0000_0000_0000L);
        assertThat(packet.sourceLow).isEqualTo(1);
        assertThat(packet.destinationHigh).isEqualTo(0xfd00_0000_0000_0000L);
        assertThat(packet.destinationLow).isEqualTo(2);
    }

    @Test
    void notes_a_source_route_that_still_has_a_way_to_go() {
        String route = "11 02 %s 00000000 fd000000000000000000000000000003 bac0 bac0 000d abcd 68656c6c6f";
        assertThat(read(1, MACS + "86dd " + Frames.ipv6(37, 43) + route.formatted("00 01")))
                .isEqualTo(Result.READ);
        assertThat(packet.sourceRouted).isTrue();
        assertThat(payload()).isEqualTo("hello");
        for (String other : new String[] {"00 00", "02 01", "04 01"}) { // no way left, mobile IPv6, segments
            read(1, MACS + "86dd " + Frames.ipv6(37, 43) + route.formatted(other));
            assertThat(packet.sourceRouted).isFalse();
        }
    }

    @Test
    void keeps_vlan_tags_outermost_first() {
        readNamed("802.1Q");
        assertThat(packet.vlan).isEqualTo(100);
        assertThat(packet.vlans).isEqualTo(100);

        readNamed("QinQ");
        assertThat(packet.vlan).isEqualTo(20);
        assertThat(packet.vlans).isEqualTo(100L << 16 | 20);
        assertThat(packet.etherType).isEqualTo(0x0800);
    }

    @Test
    void takes_a_priority_tag_for_no_vlan() {
        read(1, MACS + "8100 e000 8892 8000");

        assertThat(packet.vlan).isZero();
        assertThat(packet.etherType).isEqualTo(0x8892);
        assertThat(packet.captured).isEqualTo(2);
    }

    @Test
    void shows_only_the_inside_of_a_tunnel() {
        readNamed("VXLAN");
        assertThat(packet.tunnels).isEqualTo(1);
        assertThat(packet.sourceMac).isEqualTo(0x020000000001L);
        assertThat(packet.ttl).isEqualTo(64);

        readNamed("GRE in GRE");
        assertThat(packet.tunnels).isEqualTo(2);
        assertThat(packet.sourceMac).isZero();
    }

    @Test
    void keeps_the_outside_of_a_tunnel_whose_inside_is_no_packet() {
        read(1, MACS + "0800 " + Frames.datagram(55555, 4789, "08000000 00006400 " + MACS + "0800 00"));
        assertThat(packet.transport).isEqualTo(Transport.UDP);
        assertThat(packet.destinationPort).isEqualTo(4789);
        assertThat(packet.captured).isEqualTo(23);
        assertThat(packet.tunnels).isZero();

        Result result = read(1, MACS + "0800 " + Frames.ipv4(4, "50000000"));
        assertThat(result).isEqualTo(Result.MALFORMED);
        assertThat(layers.reason()).isEqualTo("ipv4_header_short");
        assertThat(packet.transport).isEqualTo(Transport.IP);
        assertThat(packet.sourceLow).isEqualTo(0xc0000201L);
    }

    @Test
    void opens_eight_tunnels_and_no_more() {
        String inside = Frames.UDP;
        for (int i = 0; i < 9; i++) {
            inside = Frames.ipv4(4, inside);
        }

        assertThat(read(101, inside)).isEqualTo(Result.READ);
        assertThat(packet.tunnels).isEqualTo(8);
        assertThat(packet.transport).isEqualTo(Transport.IP);
        assertThat(packet.ipProtocol).isEqualTo(4);
    }

    @Test
    void leaves_the_enhanced_gre_of_pptp_closed() {
        read(1, MACS + "0800 " + Frames.ipv4(47, "3001 880b 0001 0000 00000001 ff03 0021"));

        assertThat(packet.transport).isEqualTo(Transport.IP);
        assertThat(packet.ipProtocol).isEqualTo(47);
        assertThat(packet.captured).isEqualTo(16);
    }

    @Test
    void reads_llc_and_snap() {
        read(1, MACS + "0007 424203 00000000 ffffff"); // spanning tree, then padding
        assertThat(packet.llc).isEqualTo(0x4242);
        assertThat(packet.etherType).isZero();
        assertThat(packet.captured).isEqualTo(4);

        read(1, MACS + "000a aaaa03 00000c 2000 0102"); // CDP
        assertThat(packet.llc).isEqualTo(0xaaaa);
        assertThat(packet.snap).isEqualTo(0x00000c_2000L);
        assertThat(packet.etherType).isZero();
        assertThat(packet.captured).isEqualTo(2);
    }

    @Test
    void cuts_the_trailer_of_prp_from_a_frame_without_ip() {
        read(1, MACS + "88b8 01020304 0009 b00a 88fb"); // 4 octets, and 6 of the trailer
        assertThat(packet.captured).isEqualTo(4);
        assertThat(packet.redundancy).isEqualTo(9);

        read(1, MACS + "88b8 01020304 0009 b00b 88fb"); // a size that is not the frame's
        assertThat(packet.captured).isEqualTo(10);
        assertThat(packet.redundancy).isEqualTo(-1);
    }

    @Test
    void tells_what_was_cut_from_what_never_was() {
        byte[] frame = Frames.bytes(MACS + "0800 " + Frames.TCP);

        layers.read(frame, 0, 40, frame.length, 1, 0, packet);
        assertThat(layers.reason()).isEqualTo("snapped");

        byte[] shortFrame = Frames.bytes(MACS + "0800 " + Frames.ipv4(6, "c00001f6"));
        assertThat(read(1, shortFrame)).isEqualTo(Result.MALFORMED);
        assertThat(layers.reason()).isEqualTo("tcp_header_short");
        assertThat(packet.ipVersion).isEqualTo(4);

        assertThat(layers.read(frame, 0, frame.length - 3, frame.length, 1, 0, packet))
                .isEqualTo(Result.READ);
        assertThat(packet.captured).isEqualTo(2);
        assertThat(packet.length).isEqualTo(5);
    }

    @Test
    void believes_the_frame_where_ip_gives_no_length() {
        String offloaded = Frames.TCP.replace("002d", "0000");

        assertThat(read(1, MACS + "0800 " + offloaded)).isEqualTo(Result.READ);
        assertThat(payload()).isEqualTo("hello");
    }

    @Test
    void names_what_is_wrong_with_headers() {
        assertThat(reason(1, "0200")).isEqualTo("ethernet_header_short");
        assertThat(reason(1, MACS + "8100 00")).isEqualTo("vlan_tag_short");
        assertThat(reason(1, MACS + "8100 0001".repeat(9) + "8100 0001")).isEqualTo("vlan_tags_endless");
        assertThat(reason(1, MACS + "0800 " + Frames.TCP.replaceFirst("45", "65")))
                .isEqualTo("ipv4_version");
        assertThat(reason(1, MACS + "0800 " + Frames.TCP.replaceFirst("45", "44")))
                .isEqualTo("ipv4_header_short");
        assertThat(reason(1, MACS + "0800 " + Frames.TCP.replaceFirst("002d", "0013")))
                .isEqualTo("ipv4_length_short");
        assertThat(reason(1, MACS + "0800 " + Frames.TCP.replaceFirst("5018", "4018")))
                .isEqualTo("tcp_header_short");
        assertThat(reason(1, MACS + "0800 " + Frames.UDP.replaceFirst("000d", "0007")))
                .isEqualTo("udp_length_short");
        assertThat(reason(1, MACS + "86dd " + Frames.UDP)).isEqualTo("ipv6_header_short");
        assertThat(reason(229, Frames.ipv6(8, 0) + "000a000000000000")).isEqualTo("ipv6_extension_short");
        assertThat(reason(229, Frames.ipv6(136, 60) + "3c00000000000000".repeat(17)))
                .isEqualTo("ipv6_extensions_endless");
        assertThat(reason(1, MACS + "8847 " + "00064040".repeat(20))).isEqualTo("mpls_labels_endless");
        assertThat(reason(101, "00")).isEqualTo("ip_version");
    }

    private String reason(int linkType, String hex) {
        assertThat(read(linkType, hex)).isEqualTo(Result.MALFORMED);
        return layers.reason();
    }

    @Test
    void names_links_that_it_cannot_read() {
        assertThat(read(195, "0102")).isEqualTo(Result.UNKNOWN_LINK);
        assertThat(Layers.linkName(195)).isEqualTo("ieee802_15_4");
        assertThat(Layers.linkName(147)).isEqualTo("user0");
        assertThat(Layers.linkName(162)).isEqualTo("user15");
        assertThat(Layers.linkName(64_999)).isEqualTo("link_type_64999");
    }
}
