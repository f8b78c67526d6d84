// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;
import weir.wire.protocol.synphasor.Synphasor;

/** Frames by hand; the check at the end of each is put there by {@link #frame}. */
class SynphasorTest {

    private static final String CONFIGURATION_3 = """
            0000 000f4240 0001 09 53544154494f4e2041 0007 00000000000000000000000000000000
            000f 0001 0001 0000 02 5641 02 4d57
            00000001 3f800000 00000000 3f800000 00000000
            4241999a 41d60000 41200000 4d 00000000 00000000 0001 0017 001e""";

    private final Told told = new Told(new Synphasor());

    /** With header, length and check around the contents. */
    private static String frame(int kind, String contents) {
        byte[] body = Told.bytes(contents);
        String text = "aa%02x%04x000769a5440000000000".formatted(kind, body.length + 16)
                + java.util.HexFormat.of().formatHex(body);
        int check = 0xffff;
        for (byte octet : Told.bytes(text)) {
            check ^= octet << 8 & 0xff00;
            for (int bit = 0; bit < 8; bit++) {
                check = (check & 0x8000) != 0 ? check << 1 ^ 0x1021 : check << 1;
            }
        }
        return text + "%04x".formatted(check & 0xffff);
    }

    @Test
    void aConfigurationThatIsAskedForTellsWhoMeasuresAndWhere() {
        told.asks(frame(0x42, "0006")).answers(frame(0x52, CONFIGURATION_3));

        assertThat(told.lines())
                .containsExactly(
                        "request send_configuration_3 id 7",
                        "response send_configuration_3 id 7 +1ms",
                        "identity server id 7 location = 48.4, 26.75",
                        "identity server id 7 name = STATION A",
                        "identity server id 7 device_type = phasor measurement unit");
    }

    @Test
    void dataHaveValuesOnceTheConfigurationIsKnown() {
        told.answers(frame(0x02, "0000 47c35000 00000000 42480000 00000000 40400000"));
        assertThat(told.lines()).containsExactly("notice data id 7");

        told.answers(frame(0x52, CONFIGURATION_3)).lines();
        told.answers(frame(0x02, "2000 47c35000 00000000 42480000 00000000 40400000"));
        assertThat(told.lines())
                .containsExactly(
                        "notice data id 7 (not_synchronised)",
                        "point server id 7 magnitude VA 0 phasor reported = 100000.0 quality 8192",
                        "point server id 7 angle VA 0 rad reported = 0.0 quality 8192",
                        "point server id 7 frequency 0 Hz reported = 50.0 quality 8192",
                        "point server id 7 rocof 0 Hz/s reported = 0.0 quality 8192",
                        "point server id 7 analog MW 0 analog reported = 3.0 quality 8192");
    }

    @Test
    void turningTheStreamOffIsToldAndCounted() {
        told.asks(frame(0x41, "0001"));

        assertThat(told.lines()).containsExactly("request turn_off_transmission id 7");
        assertThat(told.facts())
                .containsExactly("synphasor frtype=0x0004", "synphasor idcode=7", "synphasor cmd=0x0001");
    }

    @Test
    void aWrongCheckAndACutFrameAreNamedAndNothingIsInvented() {
        String good = frame(0x41, "0001");
        told.asks(good.substring(0, good.length() - 4) + "0000");
        told.asks(good.substring(0, good.length() - 4));

        assertThat(told.lines()).containsExactly("violation bad_checksum 4", "violation truncated 16");
    }

    @Test
    void aFrameBeginsWithItsMarkATypeAndAVersion() {
        assertThat(told.frame("aa41 0012", Direction.TO_SERVER)).isEqualTo(18);
        assertThat(told.frame("aa71", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("aa", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
    }
}
