// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;
import weir.wire.protocol.fox.Fox;

class FoxTest {

    private final Told told = new Told(new Fox());

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aStationSaysWhatItIs() {
        told.answers(hex("""
                fox a 0 -1 fox hello
                {
                hostName=s:boiler
                app.name=s:Station
                app.version=s:3.5.41.1
                os.name=s:QNX
                os.version=s:6.3.2
                station.name=s:Legion_HQ_V4
                hostId=s:Qnx-NPM6-0000-1490-C30C
                brandId=s:vykon
                };;
                """));

        assertThat(told.lines())
                .containsExactly(
                        "notice fox_hello",
                        "identity server name = boiler",
                        "identity server software = Station 3.5.41.1",
                        "identity server system = QNX 6.3.2",
                        "identity server project = Legion_HQ_V4",
                        "identity server serial = Qnx-NPM6-0000-1490-C30C",
                        "identity server vendor = vykon");
    }

    @Test
    void anErrorIsARefusalOfWhatWasAskedFor() {
        told.asks(hex("fox s 8 -1 station invoke\n{\n};;\n")).answers(hex("fox e 9 8 station invoke\n{\n};;\n"));

        assertThat(told.lines())
                .containsExactly("request station_invoke", "response station_invoke refused 1 error +1ms");
    }

    @Test
    void anAnswerHasTheNumberThatItsRequestWants() {
        told.asks(hex("fox s 8 3 station set\n{\n};;\n")).answers(hex("fox n 9 3 station set\n{\n};;\n"));

        assertThat(told.lines()).containsExactly("request station_set", "response station_set +1ms");
    }

    @Test
    void whoIsRejectedIsNamed() {
        told.asks(hex("fox a 2 -1 fox username\n{\nusername=s:admin\n};;\n"));
        told.answers(hex("fox a 3 -1 fox rejected\n{\n};;\n")).answers(hex("fox a 4 -1 fox welcome\n{\n};;\n"));

        assertThat(told.lines())
                .containsExactly(
                        "notice fox_username",
                        "login server user admin secret",
                        "notice fox_rejected refused 1 rejected",
                        "login server user admin secret refused 1 rejected",
                        "notice fox_welcome");
    }

    @Test
    void aCutMessageIsNamedAndNothingIsInvented() {
        told.asks(hex("fox s 8 -1 station invoke\n{\n"));

        assertThat(told.lines()).containsExactly("violation truncated 28");
    }

    @Test
    void aMessageGoesToItsLastLine() {
        assertThat(told.frame(hex("fox a 1 -1 fox ping\n{\n};;\nfox"), Direction.TO_SERVER))
                .isEqualTo(26);
        assertThat(told.frame(hex("fox a 1 -1 fox"), Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
        assertThat(told.frame(hex("fax"), Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
    }
}
