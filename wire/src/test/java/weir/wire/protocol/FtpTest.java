// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;

/** Lines by hand. */
class FtpTest {

    private final Told told = new Told(new Ftp());

    @Test
    void aLoginIsToldWithItsOutcomeAndThePasswordHashed() {
        told.asks(line("USER operator")).answers(line("331 go on")).asks(line("PASS secret"));
        assertThat(told.lines()).noneMatch(line -> line.contains("secret "));

        told.answers(line("530 no"));

        assertThat(told.lines())
                .hasSize(2)
                .last()
                .asString()
                .matches("login server user operator secret h:[0-9a-f]{16} refused 530 not_logged_in");
        assertThat(told.facts()).containsExactly("ftp cmd=USER", "ftp code=331", "ftp cmd=PASS", "ftp code=530");
    }

    @Test
    void aFileMovesFromTheFirstReplyToTheLast() {
        told.asks(line("STOR a.bin")).answers(line("150 it begins")).answers(line("226 it is there"));

        assertThat(told.lines())
                .containsExactly(
                        "request store a.bin",
                        "response store a.bin (begins) +1ms",
                        "transfer server file a.bin into_device started 0",
                        "response store a.bin +2ms",
                        "transfer server file a.bin into_device complete 0");
    }

    @Test
    void theGreetingNamesTheSoftware() {
        told.answers(line("220 pure-ftpd"));

        assertThat(told.lines()).containsExactly("notice greeting", "identity server software = pure-ftpd");
    }

    @Test
    void aReplyOfSeveralLinesIsOneMessage() {
        assertThat(told.frame(line("211-a") + line(" b"), Direction.TO_CLIENT)).isEqualTo(Dialogue.MORE);
        assertThat(told.frame(line("211-a") + line(" b") + line("211 c"), Direction.TO_CLIENT))
                .isEqualTo(18);
        assertThat(told.frame(line("hello"), Direction.TO_CLIENT)).isEqualTo(Dialogue.LOST);
    }

    @Test
    void aCutLineAndAnUnknownCommandAreNamed() {
        told.asks(line("RETR a").substring(0, 8)).asks(line("XYZZY"));

        assertThat(told.lines()).startsWith("violation truncated 4", "violation unknown_command 0");
    }

    @Test
    void afterTlsIsAgreedOnNothingIsRead() {
        told.asks(line("AUTH TLS")).answers(line("234 yes"));

        assertThat(told.frame("160301", Direction.TO_SERVER)).isEqualTo(Dialogue.DONE);
    }

    private static String line(String text) {
        return HexFormat.of().formatHex((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
