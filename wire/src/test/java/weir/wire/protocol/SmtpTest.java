// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.wire.Direction;
import weir.wire.Told;

/** Lines by hand. */
class SmtpTest {

    private final Told told = new Told(new Smtp());

    @Test
    void theEnvelopeNamesSenderAndReceivers() {
        told.asks(line("MAIL FROM:<a@b> SIZE=7")).answers(line("250 ok"));
        told.asks(line("RCPT TO:<c@d>")).answers(line("550 no"));

        assertThat(told.lines())
                .containsExactly(
                        "request mail a@b",
                        "response mail a@b +1ms",
                        "request recipient c@d",
                        "response recipient c@d refused 550 mailbox_not_available +1ms");
    }

    /** The Base64 of {@code \0alarm\0secret}, and of both in turn. */
    @Test
    void theTwoWaysToLogInShowTheSameUserAndSecret() {
        told.asks(line("AUTH PLAIN AGFsYXJtAHNlY3JldA==")).answers(line("235 ok"));
        String plain = told.lines().getLast();
        told.asks(line("AUTH LOGIN")).answers(line("334 VXNlcm5hbWU6"));
        told.asks(line("YWxhcm0=")).answers(line("334 UGFzc3dvcmQ6"));
        told.asks(line("c2VjcmV0")).answers(line("235 ok"));

        assertThat(plain).startsWith("login server user alarm secret h:");
        assertThat(told.lines().getLast()).isEqualTo(plain);
    }

    @Test
    void contentIsPassedOverUpToTheDot() {
        told.asks(line("DATA"))
                .answers(line("354 go"))
                .asks(line("QUIT"))
                .asks(line("X-Mailer: M 1"))
                .asks(line("."));

        assertThat(told.lines())
                .containsExactly(
                        "request data",
                        "response data (goes_on) +1ms",
                        "identity client software = M 1",
                        "request content");
    }

    @Test
    void aPieceIsPassedOverByItsLength() {
        told.asks(line("BDAT 6"));

        assertThat(told.frame("5155495 40d0a 51".replace(" ", "") + "55", Direction.TO_SERVER))
                .isEqualTo(6);
    }

    @Test
    void aCutLineAndAnAddressWithoutBracketsAreNamed() {
        told.asks("4d41494c").asks(line("MAIL FROM:x"));

        assertThat(told.lines())
                .containsExactly("violation truncated 4", "violation malformed_address 6", "request mail x");
    }

    private static String line(String text) {
        return HexFormat.of().formatHex((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
