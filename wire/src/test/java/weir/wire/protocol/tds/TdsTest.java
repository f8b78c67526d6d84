// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;

/** Packets by hand: type, status, length u16, process u16, number, 0. */
class TdsTest {

    private static final String HEADERS = "16000000 12000000 0200 0000000000000000 01000000";
    private static final String DONE = "fd 1000 c100 0100000000000000";

    private final Told told = new Told(new Tds());

    @Test
    void ofABatchOnlyTheKindIsTold() {
        told.asks(packet(1, 1, HEADERS + wide("select * from t"))).answers(packet(4, 1, DONE));

        assertThat(told.lines()).containsExactly("request select (batch)", "response select (batch) +1ms");
    }

    /** Error 15281: number, state, class, text, server S1, procedure, line; then done with its mark. */
    @Test
    void aProcedureThatReachesIntoTheSystemIsToldAsSuch() {
        String error = "b13b0000 01 10 0100 7800 02" + wide("S1") + "00 01000000";
        told.asks(packet(3, 1, HEADERS + "0b00" + wide("xp_cmdshell") + "0000"))
                .answers(packet(4, 1, "aa 1300" + error + "fd 0200 0000 0000000000000000"));

        assertThat(told.lines())
                .containsExactly(
                        "request system_procedure procedure xp_cmdshell (call)",
                        "identity server name = S1",
                        "response system_procedure procedure xp_cmdshell (call) refused 15281 component_turned_off"
                                + " +1ms");
    }

    @Test
    void anAnswerInSeveralPacketsIsToldWhenItEnds() {
        told.asks(packet(1, 1, wide("update t"))).answers(packet(4, 0, "81 0100 00000000 0000 38 00"));
        assertThat(told.lines()).containsExactly("request update (batch)");

        told.answers(packet(4, 1, "d1 07000000" + DONE));
        assertThat(told.lines()).containsExactly("response update (batch) +2ms");
    }

    @Test
    void whatIsEncryptedIsSaidToBeSoOnce() {
        told.asks("17 0303 0004 01020304").asks("17 0303 0004 01020304");

        assertThat(told.lines()).containsExactly("notice encrypted");
    }

    @Test
    void whatIsCutOrGoesTheOtherWayIsNotRead() {
        told.asks("01 01 0020 0000 01 00 7300");

        assertThat(told.lines()).containsExactly("violation truncated 10");
        assertThat(told.frame("04 01 0020 0000 01 00 fd", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
    }

    private static String packet(int type, int status, String data) {
        int length = 8 + Told.bytes(data).length;
        return String.format("%02x%02x%04x 0000 01 00 ", type, status, length) + data;
    }

    private static String wide(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16LE));
    }
}
