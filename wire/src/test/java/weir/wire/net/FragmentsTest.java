// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.net.Layers.Result;

class FragmentsTest {

    private static final long SECOND = 1_000_000_000L;

    private final Layers layers = new Layers();
    private final Packet packet = new Packet();

    /** UDP 1000 to 2000, of 40 octets in all: the payload counts upwards. */
    private static byte[] datagram() {
        byte[] whole = Frames.bytes("03e8 07d0 0028 0000 " + "00".repeat(32));
        for (int i = 8; i < whole.length; i++) {
            whole[i] = (byte) i;
        }
        return whole;
    }

    private Result send(int identification, byte[] whole, int from, int to, long time) {
        return send(identification, Arrays.copyOfRange(whole, from, to), from, to < whole.length, time);
    }

    private Result send(int identification, byte[] part, int offset, boolean more, long time) {
        byte[] frame = Arrays.copyOf(
                Frames.bytes("4500 %04x %04x %04x 40 11 0000 0a000001 0a000002"
                        .formatted(20 + part.length, identification, offset / 8 | (more ? 0x2000 : 0))),
                20 + part.length);
        System.arraycopy(part, 0, frame, 20, part.length);
        return layers.read(frame, 0, frame.length, frame.length, Links.RAW, time, packet);
    }

    private void assertWhole() {
        assertThat(packet.transport).isEqualTo(Transport.UDP);
        assertThat(packet.destinationPort).isEqualTo(2000);
        byte[] got = Arrays.copyOfRange(packet.data, packet.payload, packet.payload + packet.captured);
        assertThat(got).isEqualTo(Arrays.copyOfRange(datagram(), 8, 40));
        assertThat(packet.length).isEqualTo(32);
    }

    @Test
    void joins_fragments_in_every_order() {
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        int[] bounds = {0, 16, 24, 40};
        for (int identification = 0; identification < orders.length; identification++) {
            int[] order = orders[identification];
            assertThat(send(identification, datagram(), bounds[order[0]], bounds[order[0] + 1], 0))
                    .isEqualTo(Result.HELD);
            assertThat(send(identification, datagram(), bounds[order[1]], bounds[order[1] + 1], 0))
                    .isEqualTo(Result.HELD);
            assertThat(send(identification, datagram(), bounds[order[2]], bounds[order[2] + 1], 0))
                    .isEqualTo(Result.READ);
            assertWhole();
        }
        assertThat(layers.fragments().joined()).isEqualTo(6);
        assertThat(layers.fragments().overlaps()).isZero();
    }

    @Test
    void joins_the_longest_datagram_there_can_be() {
        byte[] whole = new byte[Datagram.LONGEST];
        new Random(3).nextBytes(whole);
        System.arraycopy(Frames.bytes("03e8 07d0 ffff 0000"), 0, whole, 0, 8);
        for (int at = 0; at + 1_480 < whole.length; at += 1_480) {
            assertThat(send(1, whole, at, at + 1_480, 0)).isEqualTo(Result.HELD);
        }
        int last = whole.length / 1_480 * 1_480;
        assertThat(send(1, whole, last, whole.length, 0)).isEqualTo(Result.READ);
        assertThat(packet.captured).isEqualTo(Datagram.LONGEST - 8);
        assertThat(Arrays.mismatch(packet.data, 0, Datagram.LONGEST, whole, 0, Datagram.LONGEST))
                .isEqualTo(-1);
    }

    @Test
    void joins_ipv6_and_goes_on_with_its_extensions() {
        byte[] whole = Frames.bytes("11 00 000000000000 03e8 07d0 000c 0000 01020304"); // destination options, UDP
        String first = Frames.ipv6(24, 44) + "3c 00 0001 00000009 " + hex(whole, 0, 16);
        String second = Frames.ipv6(12, 44) + "3c 00 0010 00000009 " + hex(whole, 16, 20);

        assertThat(read6(second)).isEqualTo(Result.HELD);
        assertThat(read6(first)).isEqualTo(Result.READ);
        assertThat(packet.transport).isEqualTo(Transport.UDP);
        assertThat(packet.captured).isEqualTo(4);
        assertThat(packet.data[packet.payload]).isEqualTo((byte) 1);
    }

    private static String hex(byte[] bytes, int from, int to) {
        return java.util.HexFormat.of().formatHex(bytes, from, to);
    }

    private Result read6(String hex) {
        byte[] frame = Frames.bytes(hex);
        return layers.read(frame, 0, frame.length, frame.length, Links.RAW_IPV6, 0, packet);
    }

    @Test
    void lets_the_first_of_overlapping_fragments_win() {
        byte[] other = datagram();
        Arrays.fill(other, 8, 40, (byte) 0xee);

        send(1, datagram(), 0, 24, 0);
        send(1, other, 8, 32, 0); // 24 to 32 is new, and stays
        assertThat(send(1, datagram(), 24, 40, 0)).isEqualTo(Result.READ);

        assertThat(packet.data[packet.payload + 24 - 9]).isEqualTo((byte) 23);
        assertThat(packet.data[packet.payload + 24 - 8]).isEqualTo((byte) 0xee);
        assertThat(packet.data[packet.payload + 32 - 8]).isEqualTo((byte) 32);
        assertThat(layers.fragments().overlaps()).isEqualTo(2);
    }

    @Test
    void counts_fragments_beyond_the_end_as_overlaps() {
        send(1, datagram(), 24, 40, 0);
        send(1, new byte[8], 40, true, 0); // behind the last
        send(1, new byte[8], 16, false, 0); // another last
        send(1, datagram(), 0, 16, 0);
        assertThat(send(1, datagram(), 16, 24, 0)).isEqualTo(Result.READ);

        assertWhole();
        assertThat(layers.fragments().overlaps()).isEqualTo(2);
    }

    @Test
    void absorbs_copies_of_fragments_before_and_after_the_datagram_is_whole() {
        send(1, datagram(), 0, 24, 0);
        send(1, datagram(), 0, 24, 10_000);
        assertThat(send(1, datagram(), 24, 40, 20_000)).isEqualTo(Result.READ);
        assertThat(send(1, datagram(), 24, 40, 30_000)).isEqualTo(Result.HELD);

        assertThat(layers.fragments().copies()).isEqualTo(2);
        assertThat(layers.fragments().overlaps()).isZero();
        assertThat(layers.fragments().waiting()).isZero();
    }

    @Test
    void takes_an_identification_that_comes_again_later_for_another_datagram() {
        send(1, datagram(), 0, 24, 0);
        send(1, datagram(), 24, 40, 0);
        send(1, datagram(), 0, 24, SECOND);

        assertThat(send(1, datagram(), 24, 40, SECOND)).isEqualTo(Result.READ);
        assertWhole();
    }

    @Test
    void gives_up_after_thirty_seconds() {
        send(1, datagram(), 0, 24, 0);
        send(2, datagram(), 0, 24, 20 * SECOND);

        assertThat(send(1, datagram(), 24, 40, 31 * SECOND)).isEqualTo(Result.HELD);
        assertThat(send(2, datagram(), 24, 40, 31 * SECOND)).isEqualTo(Result.READ);
        assertThat(layers.fragments().lost()).isEqualTo(1);
    }

    @Test
    void drops_the_oldest_when_there_are_too_many() {
        for (int identification = 0; identification <= Fragments.MOST; identification++) {
            send(identification, datagram(), 0, 24, 0);
        }

        assertThat(layers.fragments().waiting()).isLessThanOrEqualTo(Fragments.MOST);
        assertThat(send(0, datagram(), 24, 40, 0)).isEqualTo(Result.HELD);
        assertThat(send(Fragments.MOST, datagram(), 24, 40, 0)).isEqualTo(Result.READ);
    }

    @Test
    void drops_the_oldest_when_they_take_too_much_memory() {
        for (int identification = 0; identification < 200; identification++) {
            send(identification, new byte[8], 65_520, true, 0);
        }

        assertThat(layers.fragments().waiting()).isBetween(50, Fragments.MOST_BYTES / 65_536);
        assertThat(layers.fragments().lost() + layers.fragments().waiting()).isEqualTo(200);
    }

    @Test
    void refuses_fragments_that_cannot_be() {
        assertThat(send(1, new byte[12], 0, true, 0)).isEqualTo(Result.MALFORMED);
        assertThat(layers.reason()).isEqualTo("fragment_length");
        assertThat(send(1, new byte[16], 65_528, false, 0)).isEqualTo(Result.MALFORMED);
        assertThat(layers.reason()).isEqualTo("fragment_beyond_end");
    }

    @Test
    void reads_the_ports_in_a_first_fragment_that_the_capture_cut() {
        byte[] frame = Frames.bytes("4500 05dc 0001 2000 40 11 0000 0a000001 0a000002 03e8 07d0 0bb8 0000 0102");

        assertThat(layers.read(frame, 0, frame.length, 1_500, Links.RAW, 0, packet))
                .isEqualTo(Result.READ);
        assertThat(packet.destinationPort).isEqualTo(2000);
        assertThat(packet.captured).isEqualTo(2);
        assertThat(packet.length).isEqualTo(1_472);
    }
}
