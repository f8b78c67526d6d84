// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GunzipTest {

    /** Random bytes, so that deflate stores them about as they are. */
    private static final CaptureBytes CAPTURE = noise();

    private static final byte[] PACKED = CaptureBytes.gzip(CAPTURE.bytes());

    private static CaptureBytes noise() {
        Random random = new Random(5);
        CaptureBytes capture = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).pcapHeader(Pcap.NANOSECONDS, 1);
        for (int i = 0; i < 100; i++) {
            byte[] frame = new byte[random.nextInt(200)];
            random.nextBytes(frame);
            capture.record(i, i, frame, 1_000);
        }
        return capture;
    }

    @Test
    void packedIsReadLikeUnpacked() throws IOException {
        assertThat(Reading.of(PACKED, 64)).isEqualTo(Reading.of(CAPTURE));
        byte[] blocks = CaptureBytes.pcapng(ByteOrder.BIG_ENDIAN).bytes();
        assertThat(Reading.of(CaptureBytes.gzip(blocks))).isEqualTo(Reading.of(blocks));
    }

    @Test
    void membersInARowAreOneCapture() throws IOException {
        byte[] plain = CAPTURE.bytes();
        for (int cut = 0; cut < plain.length; cut += 997) {
            byte[] members = join(
                    CaptureBytes.gzip(Arrays.copyOf(plain, cut)),
                    CaptureBytes.gzip(Arrays.copyOfRange(plain, cut, plain.length)));
            assertThat(Reading.of(members, 64)).isEqualTo(Reading.of(plain));
        }
    }

    @Test
    void whatFollowsTheLastMemberIsNotRead() throws IOException {
        assertThat(Reading.of(join(PACKED, new byte[100]))).isEqualTo(Reading.of(CAPTURE));
    }

    @Test
    void membersWithoutEndThatHoldNothingDoNotExhaustTheStack() throws IOException {
        byte[] nothing = CaptureBytes.gzip(new byte[0]);
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.writeBytes(PACKED);
        for (int i = 0; i < 100_000; i++) {
            many.writeBytes(nothing);
        }
        Reading reading = Reading.of(many.toByteArray());
        assertThat(reading.frames()).hasSize(100);
        assertThat(reading.reason()).contains("empty members");
    }

    @Test
    void aCutFileGivesWhatCouldBeUnpacked() throws IOException {
        List<Reading.Seen> all = Reading.of(CAPTURE).frames();
        for (int cut = 120; cut < PACKED.length; cut += 7) {
            Reading reading = Reading.of(Arrays.copyOf(PACKED, cut));
            assertThat(reading.reason()).isEqualTo("the gzip data is cut");
            assertThat(reading.damagePosition())
                    .isEqualTo(endOf(reading.frames().size()));
            assertThat(reading.frames())
                    .isEqualTo(all.subList(0, reading.frames().size()));
        }
        int half = Reading.of(Arrays.copyOf(PACKED, PACKED.length / 2)).frames().size();
        assertThat(half).isBetween(35, 65);
    }

    @Test
    void framesBeforeDamageAreDeliveredEvenWhenOneReadMeetsBoth() throws IOException {
        Random random = new Random(3);
        int delivered = 0;
        for (int i = 0; i < 500; i++) {
            byte[] damaged = PACKED.clone();
            damaged[120 + random.nextInt(PACKED.length - 120)] ^= (byte) (1 << random.nextInt(8));
            Reading reading = Reading.of(damaged, 1 << 18);
            assertThat(reading.damage()).isNotNull();
            delivered += reading.frames().size();
        }
        assertThat(delivered).isGreaterThan(500 * 40);
    }

    @Test
    void damageSaysThatItCountsUnpackedBytes() throws IOException {
        Reading reading = Reading.of(Arrays.copyOf(PACKED, PACKED.length / 2));
        assertThat(reading.damage())
                .extracting(Damage::message)
                .isEqualTo("x.pcap: byte " + endOf(reading.frames().size())
                        + " of the unpacked data: the gzip data is cut");
    }

    @Test
    void aWrongChecksumIsDamageAfterTheLastFrame() throws IOException {
        byte[] damaged = PACKED.clone();
        damaged[damaged.length - 8] ^= 1;
        Reading reading = Reading.of(damaged);
        assertThat(reading.frames()).hasSize(100);
        assertThat(reading.damagePosition()).isEqualTo(CAPTURE.size());
        assertThat(reading.reason()).isEqualTo("the gzip data is damaged (Corrupt GZIP trailer)");
    }

    @Test
    void packedDataThatHoldsNoCaptureIsRefused() {
        assertThatThrownBy(() -> Reading.of(Arrays.copyOf(PACKED, 5)))
                .isInstanceOf(NotACapture.class)
                .hasMessage("x.pcap: byte 0: the gzip header is damaged or cut; copy the file again");
        assertThatThrownBy(() -> Reading.of(Arrays.copyOf(PACKED, 12)))
                .isInstanceOf(NotACapture.class)
                .hasMessage("x.pcap: byte 0: the gzip data is cut; copy the file again");
        assertThatThrownBy(() -> Reading.of(CaptureBytes.gzip(PACKED)))
                .isInstanceOf(NotACapture.class)
                .hasMessageContaining("packed with gzip twice");
    }

    private static int endOf(int frames) {
        return CAPTURE.ends().get(frames);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }
}
