// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;
import weir.wire.protocol.melsec.Melsec;

/** Frames by hand: subheader, network, station, module, multidrop, length, then a command or an end code. */
class MelsecTest {

    private final Told told = new Told(new Melsec());

    @Test
    void wordsAreReadAndTheirValuesTold() {
        told.asks("5000 00 ff ff03 00 0c00 1000 0104 0000 640000 a8 0200");
        told.answers("d000 00 ff ff03 00 0600 0000 0100 ffff");

        assertThat(told.lines())
                .containsExactly(
                        "request batch_read D 100-101",
                        "response batch_read D 100-101 +1ms",
                        "point server D 100 u16 read = 1",
                        "point server D 101 u16 read = 65535");
    }

    @Test
    void bitsShareAnOctetTwoByTwo() {
        told.asks("5000 00 ff ff03 00 0d00 1000 0114 0100 000000 9d 0200 10");

        assertThat(told.lines())
                .containsExactly(
                        "request batch_write Y 0-1",
                        "point server Y 0 bool write = 1",
                        "point server Y 1 bool write = 0");
    }

    @Test
    void inAsciiTheSameIsSaidInDigits() {
        told.asks(ascii("500000FF03FF000018" + "0010" + "0401" + "0000" + "D*" + "000100" + "0002"));
        told.answers(ascii("D00000FF03FF00000C" + "0000" + "0001" + "FFFF"));

        assertThat(told.lines()).contains("request batch_read D 100-101", "point server D 101 u16 read = 65535");
    }

    private static String ascii(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void stoppingIsRefusedByName() {
        told.asks("5000 02 05 ff03 00 0800 1000 0210 0000 0100");
        told.answers("d000 02 05 ff03 00 0200 1040");

        assertThat(told.lines())
                .containsExactly(
                        "request remote_stop network 2 station 5",
                        "response remote_stop network 2 station 5 refused 16400 not_possible_while_running +1ms");
    }

    @Test
    void aPasswordIsToldAsAHashOnly() {
        told.asks("5000 00 ff ff03 00 0c00 1000 3016 0000 0400 31323334");

        assertThat(told.lines()).hasSize(2).last().asString().matches("login server user secret h:[0-9a-f]{16}");
    }

    /** As an FX5U answered GX Works 3. */
    @Test
    void theToolsAreToldWhatTheControllerIs() {
        told.answers("d701 0000 0011117f 000000a8 0300ffff 030000 3800 9c0a1814" + "00".repeat(22)
                + "0121 01000000 465835552d33324d542f455300000000 294a000800000000");

        assertThat(told.lines())
                .containsExactly(
                        "response melsoft_read_type_name_extended",
                        "identity server vendor = Mitsubishi Electric",
                        "identity server model = FX5U-32MT/ES",
                        "identity server device_type = type 0x4a29");
    }

    @Test
    void whatIsCutOrUnknownIsNamedAndNothingIsInvented() {
        told.asks("5000 00 ff ff03 00 0e00 1000 0114 0000 c80000 a8 0200 3412");
        told.asks("5000 00 ff ff03 00 0c00 1000 0104");
        told.asks("5000 00 ff ff03 00 0600 1000 9999 0000");

        assertThat(told.lines())
                .containsExactly(
                        "violation truncated 2",
                        "violation truncated 13",
                        "violation unknown_command 39321",
                        "request command_0x9999");
    }

    @Test
    void aFrameBeginsOnlyWithTheNumberOfACpu() {
        assertThat(told.frame("5000 00 ff ff03 00 0c00", Direction.TO_SERVER)).isEqualTo(21);
        assertThat(told.frame("5000 00 ff 0000 00", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("5000 00", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
    }

    /** Frame 1E: command, station, timer, number, device, points. */
    @Test
    void theFramesOfTheASeriesAreRead() {
        told.asks("01 ff 0a00 64000000 2044 02 00").answers("81 00 0500 0600");
        told.asks("14 ff 0a00").answers("94 5b 12 00");

        assertThat(told.lines())
                .containsExactly(
                        "request batch_read_words_1e D 100-101",
                        "response batch_read_words_1e D 100-101 +1ms",
                        "point server D 100 u16 read = 5",
                        "point server D 101 u16 read = 6",
                        "request remote_stop_1e",
                        "response remote_stop_1e refused 23314 end_code_0x5b +1ms");
        told.asks("01 ff 0a00 64000000 2044 02 00");
        assertThat(told.frame("81 00 0500", Direction.TO_CLIENT)).isEqualTo(6);
    }
}
