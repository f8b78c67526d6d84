// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;

/** The opening by hand. */
class VncTest {

    private static final String VERSION_3_8 = "524642203030332e3030380a";
    private static final String VERSION_3_3 = "524642203030332e3030330a";

    private final Told told = new Told(new Vnc());

    @Test
    void aRefusedPasswordIsALogin() {
        told.answers(VERSION_3_8).asks(VERSION_3_8).answers("0102").asks("02").answers("5a".repeat(16));
        told.lines();

        told.asks("6b".repeat(16)).answers("00000001 00000002 6e6f");

        assertThat(told.lines())
                .containsExactly(
                        "request security_result",
                        "response security_result refused 1 failed +1ms",
                        "login server user secret refused 1 failed");
    }

    @Test
    void theDesktopIsNamedAndThenNothingIsRead() {
        told.answers(VERSION_3_3).asks(VERSION_3_3).answers("00000001").asks("01");
        told.lines();

        told.answers("0280 01e0" + "00".repeat(16) + "00000003 484d49");

        assertThat(told.lines())
                .containsExactly(
                        "response initialize HMI (640x480) +1ms",
                        "identity server name = HMI",
                        "notice opaque (screen)");
        assertThat(told.frame("00", Direction.TO_CLIENT)).isEqualTo(Dialogue.DONE);
    }

    @Test
    void theWordsOfTheOfferAreNamed() {
        told.answers(VERSION_3_8).asks(VERSION_3_8).answers("03 01 02 63");

        assertThat(told.lines()).last().asString().isEqualTo("notice security_offer none, vnc_authentication, type 99");
    }

    @Test
    void aCutVersionAndAMessageOutOfTurnAreNamed() {
        told.answers("5246").answers("0102");

        assertThat(told.lines()).containsExactly("violation truncated 2", "violation unexpected 2");
    }
}
