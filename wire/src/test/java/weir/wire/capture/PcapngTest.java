// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PcapngTest {

    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final byte[] NINE = CaptureBytes.frame(9);

    static ByteOrder[] orders() {
        return new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN};
    }

    @ParameterizedTest
    @MethodSource("orders")
    void framesComeOutOfAllThreeKindsOfPacketBlockAndTheRestIsPassedOver(ByteOrder order) throws IOException {
        Reading reading = Reading.of(CaptureBytes.pcapng(order));
        assertThat(reading.damage()).isNull();
        assertThat(reading.frames())
                .containsExactly(
                        new Reading.Seen(1_000_000_000L, Reading.bytes(61), 61, 1, 0, 1, 0),
                        new Reading.Seen(1_000_000_000L, Reading.bytes(60), 60, 1, 0, 2, 0),
                        new Reading.Seen(3_000_000_000L, Reading.bytes(60), 60, 1, 0, 3, 0),
                        new Reading.Seen(4_000_000_000L, Reading.bytes(42), 1514, 1, 0, 4, 0));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aSmallChunkChangesNothing(ByteOrder order) throws IOException {
        byte[] bytes = CaptureBytes.pcapng(order).bytes();
        for (int chunk = 4; chunk < 100; chunk++) {
            assertThat(Reading.of(bytes, chunk)).isEqualTo(Reading.of(bytes));
        }
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aFileCutAnywhereGivesWhatIsWhole(ByteOrder order) throws IOException {
        Cuts.check(CaptureBytes.pcapng(order), 4);
    }

    @Test
    void eachInterfaceHasItsLinkTypeAndItsWayToCountTime() throws IOException {
        CaptureBytes capture = new CaptureBytes(LITTLE).section();
        capture.described(1, 0)
                .described(113, 0, capture.resolution(9))
                .described(101, 0, capture.resolution(0x8a), capture.offset(100))
                .described(195, 0, capture.option(2, new byte[5]), capture.resolution(3), capture.offset(-1));
        capture.enhanced(3, 2_000, NINE, 9)
                .enhanced(0, 2_000_001, NINE, 9)
                .enhanced(1, 0x1_0000_0001L, NINE, 9)
                .enhanced(2, 1_536, NINE, 9);
        Reading reading = Reading.of(capture);
        assertThat(reading.frames()).extracting(Reading.Seen::interfaceNumber).containsExactly(3, 0, 1, 2);
        assertThat(reading.frames()).extracting(Reading.Seen::linkType).containsExactly(195, 1, 113, 101);
        assertThat(reading.times()).containsExactly(1_000_000_000L, 2_000_001_000L, 4_294_967_297L, 101_500_000_000L);
    }

    @Test
    void aNewSectionHasItsOwnByteOrderAndInterfaces() throws IOException {
        CaptureBytes capture =
                new CaptureBytes(LITTLE).section().described(1, 0).described(9, 0);
        capture.enhanced(1, 5, NINE, 9);
        capture.order(ByteOrder.BIG_ENDIAN).section().described(147, 0).enhanced(0, 6, NINE, 9);
        assertThat(Reading.of(capture).frames())
                .extracting(Reading.Seen::linkType)
                .containsExactly(9, 147);
        int damage = capture.size();
        Reading reading = Reading.of(capture.enhanced(1, 7, NINE, 9));
        assertThat(reading.frames()).hasSize(2);
        assertThat(reading.damagePosition()).isEqualTo(damage);
        assertThat(reading.reason()).isEqualTo("a frame of interface 1, but the section describes 1");
    }

    @Test
    void aSimplePacketIsAsLongAsTheSnapLengthAllows() throws IOException {
        CaptureBytes capture = new CaptureBytes(LITTLE).section().described(1, 50);
        capture.enhanced(0, 5, NINE, 9)
                .simple(CaptureBytes.frame(52), 1500)
                .simple(CaptureBytes.frame(12), 9)
                .simple(CaptureBytes.frame(12), 40);
        Reading reading = Reading.of(capture);
        assertThat(reading.frames()).extracting(Reading.Seen::captured).containsExactly(9, 50, 9, 12);
        assertThat(reading.frames()).extracting(Reading.Seen::length).containsExactly(9, 1500, 9, 40);
        assertThat(reading.times()).containsExactly(5_000L, 5_000L, 5_000L, 5_000L);
    }

    @Test
    void optionsOfAFrameAreNoPartOfIt() throws IOException {
        CaptureBytes capture = new CaptureBytes(LITTLE).section().described(1, 0);
        capture.enhanced(0, 5, NINE, 9, capture.option(1, new byte[300]), capture.option(0, new byte[0]));
        capture.enhanced(0, 6, NINE, 9);
        assertThat(Reading.of(capture).frames())
                .extracting(Reading.Seen::captured)
                .containsExactly(9, 9);
    }

    @Test
    void aBlockThatIsPassedOverMayBeLongerThanAnythingThatIsRead() throws IOException {
        CaptureBytes capture = new CaptureBytes(LITTLE).section().described(1, 0);
        capture.block(0xa, new byte[5 << 20]).enhanced(0, 6, NINE, 9);
        assertThat(Reading.of(capture.bytes(), 64).frames()).hasSize(1);
    }

    @Test
    void aLengthThatForgetsThePaddingIsForgiven() throws IOException {
        CaptureBytes capture = new CaptureBytes(LITTLE).section().described(1, 0);
        byte[] body = new byte[29];
        body[12] = 9;
        capture.block(6, body, 41, 41).block(4, new byte[3], 15, 15).enhanced(0, 6, NINE, 9);
        Reading reading = Reading.of(capture);
        assertThat(reading.damage()).isNull();
        assertThat(reading.frames()).extracting(Reading.Seen::captured).containsExactly(9, 9);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 6, 9, 0x80000001})
    void aBlockTooShortToBeOneIsDamage(int type) throws IOException {
        damaged(new byte[40], type, 11, 11, "a block of 11 bytes cannot be");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 9, 0x80000001})
    void aBlockWhoseLengthsDifferIsDamage(int type) throws IOException {
        damaged(new byte[40], type, 52, 56, "a block says at its start that it has 52 bytes, at its end 56");
    }

    @Test
    void aFrameLargerThanItsBlockIsDamage() throws IOException {
        byte[] body = new byte[40];
        body[12] = 21;
        damaged(body, 6, 52, 52, "a frame of 21 bytes in a block with room for 20");
        body[15] = -1;
        damaged(body, 2, 52, 52, "a frame of 4278190101 bytes in a block with room for 20");
    }

    @Test
    void anOptionLargerThanItsBlockIsDamage() throws IOException {
        byte[] body = new byte[40];
        body[8] = 9;
        body[10] = 29;
        damaged(body, 1, 52, 52, "an interface with an option that is longer than its block");
    }

    @Test
    void aSectionInNoByteOrderOrVersionIsDamage() throws IOException {
        damaged(new byte[16], CaptureBytes.SECTION, 28, 28, "a section without a byte order mark");
        byte[] body = {0x4d, 0x3c, 0x2b, 0x1a, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        damaged(body, CaptureBytes.SECTION, 28, 28, "a section of pcapng version 2.1, which is not known");
    }

    @Test
    void interfacesAreBounded() throws IOException {
        CaptureBytes capture = new CaptureBytes(LITTLE).section();
        for (int i = 0; i < 1 << 16; i++) {
            capture.described(1, 0);
        }
        capture.enhanced(65535, 1, NINE, 9).described(1, 0);
        Reading reading = Reading.of(capture);
        assertThat(reading.frames()).hasSize(1);
        assertThat(reading.reason()).isEqualTo("more than 65536 interfaces in a section");
    }

    @Test
    void aFileWithoutAByteOrderMarkIsNoCapture() {
        byte[] bytes = CaptureBytes.pcapng(LITTLE).bytes();
        bytes[8] = 0;
        assertThatThrownBy(() -> Reading.of(bytes))
                .isInstanceOf(NotACapture.class)
                .hasMessageStartingWith("x.pcap: byte 8: begins like a pcapng file but has no byte order mark");
    }

    private static void damaged(byte[] body, int type, int first, int last, String reason) throws IOException {
        CaptureBytes capture = CaptureBytes.pcapng(LITTLE);
        int damage = capture.size();
        Reading reading = Reading.of(capture.block(type, body, first, last).simple(NINE, 9));
        assertThat(reading.frames()).hasSize(4);
        assertThat(reading.damagePosition()).isEqualTo(damage);
        assertThat(reading.reason()).isEqualTo(reason);
    }
}
