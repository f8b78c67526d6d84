// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;

/** Commands and keys by hand. */
class TelnetTest {

    private final Told told = new Told(new Telnet());

    @Test
    void optionsAreNamed() {
        told.answers("fffd18").asks("fffb18").asks("fffa 18 00 5654 fff0");

        assertThat(told.lines())
                .containsExactly(
                        "notice do terminal_type",
                        "notice will terminal_type",
                        "notice subnegotiation terminal_type (VT)");
        assertThat(told.facts())
                .containsExactly("telnet cmd=253", "telnet cmd=251", "telnet cmd=250", "telnet cmd=240");
    }

    @Test
    void aLoginIsToldWhenItIsKnownHowItEnded() {
        told.answers(text("login: "))
                .asks(text("adn\u0008min\r"))
                .answers(text("\r\nPassword: "))
                .asks(text("x\r"));
        assertThat(told.lines()).containsExactly("notice prompt (user)", "notice prompt (password)");

        told.answers(text("\r\nLogin incorrect\r\n"));

        assertThat(told.lines())
                .hasSize(1)
                .first()
                .asString()
                .matches("login server user admin secret h:[0-9a-f]{16} refused 0 login_failed");
    }

    @Test
    void whatIsTypedIsToldOnlyBehindAPrompt() {
        told.asks(text("secret\r")).answers(text("plc> ")).asks(text("run\r"));

        assertThat(told.lines()).containsExactly("request line run");
    }

    @Test
    void aCutNegotiationIsNamed() {
        assertThat(told.frame("fffd", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
        told.asks("fffd").asks("fffa1f");

        assertThat(told.lines()).containsExactly("violation truncated 2", "violation truncated 3");
    }

    private static String text(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
