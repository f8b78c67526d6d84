// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;

/** Messages by hand. */
class SipTest {

    private static final String FIELDS =
            "From: <sip:a@x>;tag=1\r\nTo: \"B\" <sip:b@x>\r\nCall-ID: 1\r\nCSeq: 1 INVITE\r\n";

    private final Told told = new Told(new Sip());

    @Test
    void aCallNamesBothSidesAndIsJoinedWithItsAnswer() {
        told.asks(text("INVITE sip:b@x SIP/2.0\r\n" + FIELDS + "User-Agent: Door\r\n\r\n"));
        told.answers(text("SIP/2.0 486 Busy\r\n" + FIELDS + "\r\n"));

        assertThat(told.lines())
                .containsExactly(
                        "request invite b@x (a@x)",
                        "identity client software = Door",
                        "response invite b@x (a@x) refused 486 busy_here +1ms");
    }

    @Test
    void overTcpTheBodyBelongsToTheMessage() {
        String head = "BYE sip:b@x SIP/2.0\r\nContent-Length: 4\r\n\r\n";

        assertThat(told.frame(text(head), Direction.TO_SERVER)).isEqualTo(head.length() + 4);
        assertThat(told.frame(text("BYE sip:b@x"), Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
        assertThat(told.frame(text("HELLO sip:b@x SIP/2.0\r\n"), Direction.TO_SERVER))
                .isEqualTo(Dialogue.LOST);
    }

    @Test
    void cutMessagesAreNamed() {
        told.asks(text("BYE sip:b@x SIP/2.0\r\nFrom")).asks(text("BYE x SIP/2.0\r\nl: 4\r\n\r\nab"));

        assertThat(told.lines()).containsExactly("violation truncated 25", "violation truncated 25");
    }

    private static String text(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
