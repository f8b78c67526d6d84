// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.wire.net.Frames.MACS;

import org.junit.jupiter.api.Test;

class CopiesTest {

    private static final String OTHER_MACS = "020000000009 020000000008 ";
    private static final byte[] NUMBERED = Frames.bytes(Frames.ETHERNET_UDP);
    private static final long MICROSECOND = 1_000L;
    private static final long MILLISECOND = 1_000_000;

    private final Layers layers = new Layers();
    private final Copies copies = new Copies();
    private final Packet packet = new Packet();

    private boolean isCopy(String hex, long time) {
        return isCopy(Frames.bytes(hex), time);
    }

    private boolean isCopy(byte[] frame, long time) {
        layers.read(frame, 0, frame.length, frame.length, 1, time, packet);
        return copies.isCopy(packet, 0, frame.length, time);
    }

    @Test
    void recognises_a_segment_from_another_port_vlan_and_side_of_a_router() {
        String routed = Frames.TCP.replace("40 06 0000", "3f 06 0000");

        assertThat(isCopy(MACS + "0800 " + Frames.TCP, 0)).isFalse();
        assertThat(isCopy(MACS + "0800 " + Frames.TCP, 2 * MICROSECOND)).isTrue();
        assertThat(isCopy(MACS + "8100 0064 0800 " + Frames.TCP, 4 * MICROSECOND))
                .isTrue();
        assertThat(isCopy(OTHER_MACS + "0800 " + routed, MILLISECOND)).isTrue();
        assertThat(copies.count()).isEqualTo(3);
    }

    @Test
    void recognises_a_packet_inside_a_tunnel() {
        assertThat(isCopy(MACS + "0800 " + Frames.UDP, 0)).isFalse();
        assertThat(isCopy(MACS + "0800 " + Frames.ipv4(47, "0000 0800 " + Frames.UDP), MICROSECOND))
                .isTrue();
    }

    @Test
    void takes_a_retransmission_for_what_it_is() {
        assertThat(isCopy(MACS + "0800 " + Frames.TCP, 0)).isFalse();
        assertThat(isCopy(MACS + "0800 " + Frames.TCP.replace("1234", "1235"), MICROSECOND))
                .isFalse();
        assertThat(isCopy(MACS + "0800 " + Frames.TCP, 6 * MILLISECOND)).isFalse();
    }

    @Test
    void takes_a_retransmission_without_identification_for_what_it_is() {
        String unmarked = MACS + "0800 " + Frames.TCP.replace("1234", "0000");

        assertThat(isCopy(unmarked, 0)).isFalse();
        assertThat(isCopy(unmarked, MILLISECOND)).isFalse();
    }

    @Test
    void compares_the_payload_and_not_only_the_checksum() {
        String swapped = Frames.UDP.replace("68656c6c6f", "6c6c68656f"); // the same sum

        assertThat(isCopy(MACS + "0800 " + Frames.UDP, 0)).isFalse();
        assertThat(isCopy(MACS + "0800 " + swapped, MICROSECOND)).isFalse();
    }

    @Test
    void tells_polls_without_identification_apart_by_time() {
        String poll = MACS + "86dd " + Frames.UDP6;

        assertThat(isCopy(poll, 0)).isFalse();
        assertThat(isCopy(poll, 10 * MICROSECOND)).isTrue();
        assertThat(isCopy(poll, MILLISECOND)).isFalse();
        assertThat(isCopy(poll, 2 * MILLISECOND)).isFalse();
    }

    @Test
    void lets_a_cyclic_frame_repeat_each_quarter_of_a_millisecond() {
        String cyclic = MACS + "8892 8000 00000000000000000000 0001 35 00";

        for (long cycle = 0; cycle < 100; cycle++) {
            assertThat(isCopy(cyclic, cycle * 250 * MICROSECOND)).isFalse();
            assertThat(isCopy(cyclic, cycle * 250 * MICROSECOND + 3 * MICROSECOND))
                    .isTrue();
        }
    }

    @Test
    void recognises_the_second_frame_of_a_redundant_network_by_its_number() {
        assertThat(isCopy(MACS + "88b8 01020304 0009 a00a 88fb", 0)).isFalse();
        assertThat(isCopy(MACS + "88b8 01020304 0009 b00a 88fb", 2 * MILLISECOND))
                .isTrue();
        assertThat(isCopy(MACS + "88b8 01020304 000a a00a 88fb", 3 * MILLISECOND))
                .isFalse();
        assertThat(isCopy(MACS + "892f 000a 0031 88b8 0102", 0)).isFalse();
        assertThat(isCopy(MACS + "892f 100a 0031 88b8 0102", MILLISECOND)).isTrue();
    }

    @Test
    void takes_a_flood_for_new_packets_now_and_then() {
        int passed = 0;
        for (long i = 0; i < 1_000; i++) {
            passed += isCopy(MACS + "86dd " + Frames.UDP6, i * MICROSECOND) ? 0 : 1;
        }
        assertThat(passed).isEqualTo(250);
    }

    @Test
    void recognises_copies_among_thousands_of_others() {
        int found = 0;
        for (int i = 2; i < 60_000; i++) {
            long time = 4 * MICROSECOND * i;
            assertThat(isCopy(numbered(i), time)).isFalse();
            if (i > 102) {
                found += isCopy(numbered(i - 100), time + MICROSECOND) ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThan(59_800);
    }

    private static byte[] numbered(int identification) {
        byte[] frame = NUMBERED.clone();
        frame[18] = (byte) (identification >>> 8);
        frame[19] = (byte) identification;
        return frame;
    }
}
