// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;

/** Texts that end with 0, by hand. */
class RemoteCommandTest {

    @Test
    void rshNamesBothUsersAndTheCommand() {
        Told told = new Told(RemoteCommand.rsh());
        told.asks(text("1022\0guest\0root\0reboot\0")).answers("00");

        assertThat(told.lines())
                .containsExactly(
                        "request run reboot (guest)",
                        "response run reboot (guest) +1ms",
                        "login server user root secret");
    }

    @Test
    void rexecHasItsPasswordHashed() {
        Told told = new Told(RemoteCommand.rexec());
        told.asks(text("0\0guest\0secret\0ls\0")).answers(text("\u0001no\n"));

        assertThat(told.lines())
                .last()
                .asString()
                .matches("login server user guest secret h:[0-9a-f]{16} refused 1 denied");
    }

    @Test
    void rloginBeginsWithNothing() {
        Told told = new Told(RemoteCommand.rlogin());
        told.asks(text("\0guest\0root\0vt100/9600\0"));

        assertThat(told.lines()).containsExactly("request login vt100/9600 (guest)");
        assertThat(told.frame(text("ls\r"), Direction.TO_SERVER)).isEqualTo(Dialogue.DONE);
    }

    @Test
    void cutAndOtherTextsAreNamed() {
        Told told = new Told(RemoteCommand.rsh());
        told.asks(text("1022\0gu")).asks(text("hello\0"));

        assertThat(told.lines()).containsExactly("violation truncated 7", "violation malformed 6");
    }

    private static String text(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
