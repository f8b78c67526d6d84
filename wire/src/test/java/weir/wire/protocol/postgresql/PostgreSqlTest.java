// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;

/** Messages by hand: letter, length that counts itself. */
class PostgreSqlTest {

    private static final String READY = "5a 00000005 49";

    private final Told told = new Told(new PostgreSql());

    @Test
    void aRefusedLoginIsToldWithItsState() {
        String parameters = text("user\0op\0database\0plant\0\0");
        told.asks(String.format("%08x", 8 + parameters.length() / 2) + "00030000" + parameters)
                .answers("52 00000008 00000003")
                .asks("70 00000008 61626300")
                .answers("45 00000013" + text("SFATAL\0C28P01\0\0"));

        assertThat(told.lines())
                .startsWith(
                        "request startup database plant",
                        "response authentication (cleartext_password) +1ms",
                        "request password",
                        "response password refused 0 28P01 invalid_password +1ms")
                .last()
                .asString()
                .matches("login server user op secret h:[0-9a-f]{16} refused 0 28P01 invalid_password");
    }

    /** The second fails, and what was asked behind it is passed over by the server. */
    @Test
    void requestsThatRunAheadAreAnsweredInTheirOrder() {
        told.asks(message('P', "\0update t\0\0\0"))
                .asks(message('B', "\0\0\0\0\0\0\0\0"))
                .asks(message('S', ""))
                .answers(message('1', ""))
                .answers(message('E', "C42P01\0\0"))
                .answers(READY)
                .asks(message('Q', "select 1\0"))
                .answers(message('C', "SELECT 1\0"));

        assertThat(told.lines())
                .containsExactly(
                        "request update (parse)",
                        "request bind",
                        "request sync",
                        "response update (parse) +3ms",
                        "response bind refused 0 42P01 undefined_table +3ms",
                        "request select (query)",
                        "response select (query) +1ms");
    }

    @Test
    void afterAYesTlsIsSpoken() {
        told.asks("00000008 04d2162f");
        assertThat(told.frame("53", Direction.TO_CLIENT)).isEqualTo(1);
        told.answers("53").answers("15 0303 0002 02 28");

        assertThat(told.lines())
                .containsExactly(
                        "request ssl_request",
                        "response ssl_request +1ms",
                        "tls: notice alert fatal 40 (handshake_failure)");
    }

    @Test
    void whatIsCutOrOfAWrongLengthIsNotRead() {
        told.asks("51 0000000e 7365");

        assertThat(told.lines()).containsExactly("violation truncated 7");
        assertThat(told.frame("5a 00000006 4900", Direction.TO_CLIENT)).isEqualTo(Dialogue.LOST);
    }

    private static String message(char letter, String content) {
        return String.format("%02x%08x", (int) letter, content.length() + 4) + text(content);
    }

    private static String text(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
