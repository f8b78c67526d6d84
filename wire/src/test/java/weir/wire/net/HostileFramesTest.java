// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.wire.net.Layers.Result;

/** Whatever comes, nothing is thrown, nothing is read behind the frame, and the packet points into what there is. */
class HostileFramesTest {

    private final Layers layers = new Layers();
    private final Copies copies = new Copies();
    private final Packet packet = new Packet();

    /** The bytes end where the array does: one read too far throws. */
    private Result read(byte[] exact, int offset, int captured, int length, int linkType, long time) {
        Result result = layers.read(exact, offset, captured, length, linkType, time, packet);
        assertThat(packet.payload).isNotNegative();
        assertThat(packet.captured).isNotNegative();
        assertThat(packet.payload + packet.captured).isLessThanOrEqualTo(packet.data.length);
        assertThat(packet.length).isGreaterThanOrEqualTo(packet.captured);
        copies.isCopy(packet, offset, captured, time);
        return result;
    }

    @Test
    void bears_every_prefix_of_every_frame() {
        Frames.ALL.forEach((name, frame) -> {
            byte[] whole = frame.bytes();
            for (int cut = 0; cut < whole.length; cut++) {
                byte[] prefix = Arrays.copyOf(whole, cut);
                read(prefix, 0, cut, cut, frame.linkType(), cut);
                Result snapped = read(prefix, 0, cut, whole.length, frame.linkType(), cut);
                assertThat(snapped == Result.READ || layers.reason().equals("snapped"))
                        .as("%s cut at %d: %s", name, cut, layers.reason())
                        .isTrue();
            }
        });
    }

    @Test
    void bears_two_hundred_thousand_mutations() {
        Random random = new Random(7);
        List<Frames.Frame> frames = List.copyOf(Frames.ALL.values());
        List<byte[]> originals = frames.stream().map(Frames.Frame::bytes).toList();
        int read = 0;
        for (int round = 0; round < 200_000; round++) {
            int chosen = random.nextInt(frames.size());
            Frames.Frame frame = frames.get(chosen);
            byte[] original = originals.get(chosen);
            int margin = random.nextInt(3);
            byte[] mutant = new byte[margin + original.length];
            System.arraycopy(original, 0, mutant, margin, original.length);
            for (int change = random.nextInt(6); change >= 0; change--) {
                int where = margin + random.nextInt(original.length);
                mutant[where] =
                        (byte) (random.nextBoolean() ? random.nextInt() : mutant[where] ^ 1 << random.nextInt(8));
            }
            int captured = random.nextInt(4) == 0 ? random.nextInt(original.length) : original.length;
            byte[] exact = Arrays.copyOf(mutant, margin + captured);
            int linkType = random.nextInt(50) == 0 ? random.nextInt(300) : frame.linkType();
            read += read(exact, margin, captured, original.length, linkType, round * 1_000L) == Result.READ ? 1 : 0;
        }
        assertThat(read).isBetween(50_000, 199_000);
    }
}
