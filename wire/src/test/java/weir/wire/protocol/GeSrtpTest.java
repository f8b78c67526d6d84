// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;
import weir.wire.protocol.gesrtp.GeSrtp;

/** Messages by hand: 42 octets of header, then a service or a status. */
class GeSrtpTest {

    private final Told told = new Told(new GeSrtp());

    private static String asks(String service) {
        return "0200 0100 0000 000000 01" + "00".repeat(20) + "01 c0 00000000 100e0000 0101" + service;
    }

    private static String answers(int kind, String status) {
        return "0300 0100 0000 000000 01" + "00".repeat(20) + "01 %02x 100e0000 20520000 0101".formatted(kind) + status;
    }

    @Test
    void registersAreReadAndTheAnswerTellsTheState() {
        told.asks(asks("04 08 6300 0200 0000000000000000"));
        told.answers(answers(0xd4, "00 00 0100ffff0000 00 02 0a00 0020"));

        assertThat(told.lines())
                .containsExactly(
                        "request read_system_memory R 99-100",
                        "response read_system_memory R 99-100 +1ms",
                        "identity server mode = stop",
                        "identity server protection = privilege level 2",
                        "point server R 99 u16 read = 1",
                        "point server R 100 u16 read = 65535");
    }

    @Test
    void aRefusalIsTold() {
        told.asks(asks("23 02 0000 0000 0000000000000000"));
        told.answers(answers(0xd1, "05 02 000000000000 00 02 0a00 0020"));

        assertThat(told.lines())
                .contains("request set_plc_state (state 2)", "response set_plc_state refused 1282 status_0x502 +1ms");
    }

    @Test
    void aCutMessageIsNamedAndNothingIsInvented() {
        told.asks(asks("04 08 6300"));

        assertThat(told.lines()).containsExactly("violation truncated 46");
    }

    @Test
    void aMessageHasAKindThatFitsItsType() {
        assertThat(told.frame(asks("04 08 6300 0200 0000000000000000"), Direction.TO_SERVER))
                .isEqualTo(56);
        assertThat(told.frame(answers(0xc0, ""), Direction.TO_CLIENT)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("0200", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
    }
}
