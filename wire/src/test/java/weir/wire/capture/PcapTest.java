// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PcapTest {

    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

    static Stream<Arguments> kinds() {
        return Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                .flatMap(order -> Stream.of(
                        Arguments.of(order, Pcap.MICROSECONDS, 1_000), Arguments.of(order, Pcap.NANOSECONDS, 1)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void framesComeWithTimeAndLengths(ByteOrder order, int magic, int unit) throws IOException {
        Reading reading = Reading.of(CaptureBytes.pcap(order, magic));
        assertThat(reading.damage()).isNull();
        assertThat(reading.frames())
                .containsExactly(
                        new Reading.Seen(1_000_000_000_000L + unit, Reading.bytes(60), 60, 1, 0, 1, 0),
                        new Reading.Seen(1_000_000_000_000L + 2L * unit, Reading.bytes(0), 0, 1, 0, 2, 0),
                        new Reading.Seen(1_001_000_000_000L, Reading.bytes(300), 1514, 1, 0, 3, 0));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aSmallChunkChangesNothing(ByteOrder order, int magic, int unit) throws IOException {
        byte[] bytes = CaptureBytes.pcap(order, magic).bytes();
        for (int chunk = 4; chunk < 100; chunk++) {
            assertThat(Reading.of(bytes, chunk)).isEqualTo(Reading.of(bytes));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFileCutAnywhereGivesWhatIsWhole(ByteOrder order, int magic, int unit) throws IOException {
        CaptureBytes capture = CaptureBytes.pcap(order, magic);
        Cuts.check(capture, 4);
    }

    @Test
    void theVariantOfKuznetzovHasLongerHeaders() throws IOException {
        CaptureBytes capture = new CaptureBytes(LITTLE)
                .pcapHeader(Pcap.KUZNETZOV, 1)
                .longRecord(5, 6, CaptureBytes.frame(60), 3)
                .longRecord(5, 7, CaptureBytes.frame(61), 4);
        assertThat(Reading.of(capture).frames())
                .containsExactly(
                        new Reading.Seen(5_000_006_000L, Reading.bytes(60), 60, 1, 0, 1, 3),
                        new Reading.Seen(5_000_007_000L, Reading.bytes(61), 61, 1, 0, 2, 4));
        Cuts.check(capture, 4);
    }

    @Test
    void anyLinkTypeIsDeliveredWithItsNumber() throws IOException {
        for (int linkType : new int[] {0, 1, 12, 101, 105, 113, 127, 147, 195, 220, 228, 276, 65535}) {
            CaptureBytes capture = new CaptureBytes(LITTLE)
                    .pcapHeader(Pcap.MICROSECONDS, linkType)
                    .record(1, 0, new byte[9], 9);
            assertThat(Reading.of(capture).frames().getFirst().linkType()).isEqualTo(linkType);
        }
    }

    @Test
    void aFrameCheckSequenceIsNoPartOfTheFrame() throws IOException {
        int fourBytes = 2 << 28 | 1 << 26;
        CaptureBytes capture = new CaptureBytes(LITTLE)
                .pcapHeader(Pcap.MICROSECONDS, fourBytes | 1)
                .record(1, 0, CaptureBytes.frame(64), 64)
                .record(1, 0, CaptureBytes.frame(40), 64)
                .record(1, 0, CaptureBytes.frame(62), 64)
                .record(1, 0, CaptureBytes.frame(2), 2);
        List<Reading.Seen> frames = Reading.of(capture).frames();
        assertThat(frames).extracting(Reading.Seen::linkType).containsOnly(1);
        assertThat(frames).extracting(Reading.Seen::captured).containsExactly(60, 40, 60, 0);
        assertThat(frames).extracting(Reading.Seen::length).containsExactly(60, 60, 60, 0);
    }

    @Test
    void aLengthThatCannotBeIsMendedFromTheBytes() throws IOException {
        CaptureBytes capture = new CaptureBytes(LITTLE)
                .pcapHeader(Pcap.MICROSECONDS, 1)
                .record(1, 0, CaptureBytes.frame(60), 20)
                .record(1, 0, CaptureBytes.frame(60), -2);
        assertThat(Reading.of(capture).frames())
                .extracting(Reading.Seen::length)
                .containsExactly(60, Integer.MAX_VALUE);
    }

    @Test
    void secondsLastUntil2106AndAFractionMayBeNegative() throws IOException {
        CaptureBytes capture = new CaptureBytes(LITTLE)
                .pcapHeader(Pcap.MICROSECONDS, 1)
                .record(0xffff_ffffL, 0x7fff_ffffL, new byte[1], 1)
                .record(1_614_582_000, -268_432, new byte[1], 1)
                .record(0, -1, new byte[1], 1);
        assertThat(Reading.of(capture).times())
                .containsExactly(4_294_967_295_000_000_000L + 2_147_483_647_000L, 1_614_581_999_731_568_000L, -1_000L);
    }

    @Test
    void aFrameLongerThanTheChunkIsReadUpToTheBound() throws IOException {
        CaptureBytes capture = CaptureBytes.pcap(LITTLE, Pcap.MICROSECONDS)
                .record(1, 0, CaptureBytes.frame(Pcap.LONGEST_FRAME), Pcap.LONGEST_FRAME);
        assertThat(Reading.of(capture.bytes(), 64).frames())
                .extracting(Reading.Seen::captured)
                .containsExactly(60, 0, 300, Pcap.LONGEST_FRAME);

        int damage = capture.size();
        capture.record(1, 0, new byte[Pcap.LONGEST_FRAME + 1], 60);
        Reading reading = Reading.of(capture);
        assertThat(reading.frames()).hasSize(4);
        assertThat(reading.damagePosition()).isEqualTo(damage);
        assertThat(reading.reason()).startsWith("a record of 1048577 bytes");
    }

    @Test
    void aNegativeLengthIsDamage() throws IOException {
        CaptureBytes capture = CaptureBytes.pcap(LITTLE, Pcap.MICROSECONDS);
        int damage = capture.size();
        capture.add(capture.numbers(1, 2, -1, 60));
        Reading reading = Reading.of(capture);
        assertThat(reading.frames()).hasSize(3);
        assertThat(reading.damagePosition()).isEqualTo(damage);
        assertThat(reading.reason()).startsWith("a record of 4294967295 bytes");
    }

    @Test
    void spaceThatWasNeverWrittenIsDamageAndNotAMillionEmptyFrames() throws IOException {
        CaptureBytes capture = CaptureBytes.pcap(LITTLE, Pcap.MICROSECONDS);
        int damage = capture.size();
        Reading reading = Reading.of(capture.add(new byte[4096]));
        assertThat(reading.frames()).hasSize(3);
        assertThat(reading.damagePosition()).isEqualTo(damage);
        assertThat(reading.reason()).startsWith("zeros where a record should be");
    }

    @Test
    void anUnknownVersionIsRefused() {
        byte[] bytes = CaptureBytes.pcap(LITTLE, Pcap.MICROSECONDS).bytes();
        bytes[4] = 7;
        assertThatThrownBy(() -> Reading.of(bytes))
                .isInstanceOf(NotACapture.class)
                .hasMessageStartingWith("x.pcap: byte 4: pcap version 7.4 is not known");
    }
}
