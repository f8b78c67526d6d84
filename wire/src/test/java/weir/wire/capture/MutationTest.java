// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MutationTest {

    private static final int ROUNDS = 20_000;

    @Test
    void flippedBitsNeverThrowAndReadingEnds() throws IOException {
        List<byte[]> captures = List.of(
                CaptureBytes.pcap(ByteOrder.LITTLE_ENDIAN, Pcap.MICROSECONDS).bytes(),
                CaptureBytes.pcap(ByteOrder.BIG_ENDIAN, Pcap.NANOSECONDS).bytes(),
                CaptureBytes.pcapng(ByteOrder.LITTLE_ENDIAN).bytes(),
                CaptureBytes.pcapng(ByteOrder.BIG_ENDIAN).bytes(),
                CaptureBytes.gzip(CaptureBytes.pcapng(ByteOrder.BIG_ENDIAN).bytes()));
        int refused = 0;
        int damaged = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = flipped(captures.get(round % captures.size()), new Random(round));
            try (FrameSource source = Captures.open("x.pcap", new ByteArrayInputStream(bytes), 64)) {
                damaged += readToTheEnd(source, bytes.length) ? 1 : 0;
            } catch (NotACapture notOne) {
                refused++;
            }
        }
        assertThat(refused).isBetween(ROUNDS / 100, ROUNDS / 2);
        assertThat(damaged).isGreaterThan(ROUNDS / 5);
    }

    private static byte[] flipped(byte[] capture, Random random) {
        byte[] bytes = capture.clone();
        int flips = 1 + random.nextInt(4);
        for (int i = 0; i < flips; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static boolean readToTheEnd(FrameSource source, int size) throws IOException {
        Frame frame = new Frame();
        int frames = 0;
        while (source.next(frame)) {
            frames++;
            assertThat(frames).isLessThan(1_000);
            assertThat(frame.captured).isBetween(0, Math.min(frame.length, frame.data.length - frame.offset));
            assertThat(frame.packet).isEqualTo(frames);
        }
        assertThat(source.position()).isLessThanOrEqualTo(size);
        return !source.damages().isEmpty();
    }

    @Test
    void noiseBehindAHeaderNeverThrowsAndReadingEnds() throws IOException {
        int[] heads = {Pcap.MICROSECONDS, Pcap.NANOSECONDS, Pcap.KUZNETZOV};
        for (int seed : IntStream.range(0, 2_000).toArray()) {
            byte[] noise = new byte[2_000];
            new Random(seed).nextBytes(noise);
            CaptureBytes pcap = new CaptureBytes(ByteOrder.BIG_ENDIAN).pcapHeader(heads[seed % 3], seed);
            assertThat(Reading.of(pcap.add(noise)).frames().size()).isLessThan(130);
            CaptureBytes pcapng =
                    new CaptureBytes(ByteOrder.LITTLE_ENDIAN).section().described(1, 0, noise);
            assertThat(Reading.of(pcapng.add(noise)).frames().size()).isLessThan(130);
        }
    }
}
