// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;
import weir.wire.protocol.rocplus.RocPlus;

/** Messages by hand: destination, source, opcode, length, data, check. */
class RocPlusTest {

    private final Told told = new Told(new RocPlus());

    @Test
    void theClockIsReadAndSet() {
        told.asks("0102 0304 07 00 3bbf").answers("0102 0304 08 07 1e2d0c0f0307e8 890d");

        assertThat(told.lines())
                .containsExactly(
                        "request read_realtime_clock unit 1 group 2", "response set_realtime_clock unit 3 group 4");
    }

    @Test
    void whoLogsInIsToldWithAHashOfThePassword() {
        told.asks("0102 0304 11 06 4f5031123401 41bc");

        assertThat(told.lines()).hasSize(2).first().isEqualTo("request login_request unit 1 group 2 (login)");
        told.asks("0102 0304 11 06 4f5031123401 41bc");
        assertThat(told.lines())
                .last()
                .asString()
                .matches("login server unit 1 group 2 user OP1 secret h:[0-9a-f]{16}");
    }

    @Test
    void aWrongCheckAndACutMessageAreNamedAndNothingIsInvented() {
        told.asks("0102 0304 07 00 3bbe").asks("0102 0304 07 00");

        assertThat(told.lines()).containsExactly("violation bad_checksum 7", "violation truncated 6");
    }

    @Test
    void aMessageBeginsWhereItsCheckHolds() {
        assertThat(told.frame("0102 0304 07 00 3bbf", Direction.TO_SERVER)).isEqualTo(8);
        assertThat(told.frame("0102 0304 07 00 3bbe", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("0102 0304 07", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
    }
}
