// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;
import weir.wire.protocol.bsap.Bsap;

/** Messages as they were captured from a ControlWave, and what is made wrong of them. */
class BsapTest {

    private final Told told = new Told(new Bsap());

    @Test
    void aSignalIsReadByItsName() {
        told.asks("1002 01 eb a0 e308 03 00 04 01 40 0f 01 4047562e4153332e00 1003 a94d");
        told.answers("1002 00 eb 03 e308 a0 00 00 01 82df82be 1003 9102");

        assertThat(told.lines())
                .containsExactly(
                        "request read_signal_by_name signal @GV.AS3.",
                        "response read_signal_by_name signal @GV.AS3. +1ms",
                        "point server signal @GV.AS3. analog read = -0.25561147928237915");
    }

    @Test
    void aLogicalSignalIsAnOctet() {
        told.asks("1002 01 ed a0 e508 03 00 04 01 40 0f 01 4047562e4453322e00 1003 7885");
        told.answers("1002 00 ed 03 e508 a0 00 00 01 00 1003 6d35");

        assertThat(told.lines()).contains("point server signal @GV.DS2. logical read = 0");
    }

    @Test
    void aWrongCheckAndACutMessageAreNamedAndNothingIsInvented() {
        told.answers("1002 00 ed 03 e508 a0 00 00 01 00 1003 6d36");
        told.answers("1002 00 ed 03 e508 a0");

        assertThat(told.lines()).containsExactly("violation bad_checksum 16", "violation truncated 8");
    }

    /** Over IP: header, length, number, function, names; answer: type, value, address, version of each. */
    @Test
    void namesAreReadOverIp() {
        told.asks("0e00 0100 0600 744b0000 01000000 19000000 0c 834b0000 a000 04 01400f0f 01 404756 2e4153 34 00");
        told.answers("0e00 0100 0500 754b0000 02000000 14000000 0c 834b0000 54 01 01 00002041 0600 2477");

        assertThat(told.lines())
                .containsExactly(
                        "request read_signal_by_name signal @GV.AS4",
                        "response read_signal_by_name signal @GV.AS4 +1ms",
                        "point server signal @GV.AS4 analog read = 10.0");
    }
}
