// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Told;

/** Packets by hand: length u24, lowest octet first, sequence, payload. */
class MySqlTest {

    private static final String OK = "070000 01 00 00 00 0200 0000";

    private final Told told = new Told(new MySql());

    @Test
    void theGreetingNamesTheServer() {
        told.answers("220000 00 0a 382e302e3332 00 2a000000 4141414141414141 00 ffff ff 0200 ffdf 15 0000000000");

        assertThat(told.lines()).containsExactly("notice greeting (8.0.32)", "identity server software = MySQL 8.0.32");
    }

    /** Version 4.1 with the length of the proof before it; user op, no database. */
    @Test
    void aLoginIsToldWithHowItEnds() {
        told.asks("280000 01 00820000 00000001 ff" + "00".repeat(23) + "6f7000 04 5a5a5a5a")
                .answers("0e0000 02 ff 1504 23 3238303030 6e6f212121");

        assertThat(told.lines())
                .containsExactly(
                        "request login",
                        "response login refused 1045 access_denied +1ms",
                        "login server user op secret refused 1045 access_denied");
    }

    @Test
    void ofAQueryOnlyTheKindIsTold() {
        told.asks("0c0000 00 03 64726f70207461626c65 73") // drop tables
                .answers(OK)
                .asks("010000 00 0e")
                .answers(OK);

        assertThat(told.lines())
                .containsExactly(
                        "request drop (com_query)",
                        "response drop (com_query) +1ms",
                        "request com_ping",
                        "response com_ping +1ms");
    }

    /** One parameter, one set, bitmap, types follow: a text named a with the value b. */
    @Test
    void attributesBeforeAQueryArePassedOver() {
        told.asks("110000 00 03 01 01 00 01 fe 00 01 61 01 62 53454c454354");

        assertThat(told.lines()).containsExactly("request select (com_query)");
    }

    @Test
    void whatIsCutOrNoCommandIsNotRead() {
        told.asks("0c0000 00 03 6472");

        assertThat(told.lines()).containsExactly("violation truncated 7");
        assertThat(told.frame("0c0000 00 7f", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("0c0000 00", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
    }

    @Test
    void aQueryIsKnownByItsWordAndAWrongLengthIsNot() {
        assertThat(probe("090000 00 03 53454c4543542031")).isEqualTo(Likeness.SURE);
        assertThat(probe("080000 00 03 53454c4543542031")).isEqualTo(Likeness.NO);
    }

    private static Likeness probe(String hex) {
        byte[] bytes = Told.bytes(hex);
        return new MySql().probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.TCP);
    }
}
