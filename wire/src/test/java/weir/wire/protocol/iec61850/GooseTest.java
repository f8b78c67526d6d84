// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec61850;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.wire.protocol.mms.Element.of;
import static weir.wire.protocol.mms.Element.text;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Likeness;
import weir.wire.Told;

class GooseTest {

    private final Told told = new Told(new Goose());

    /** Application 1: block "b", 40 ms to live, set "s", id "i", a time; one boolean and one structure of an integer. */
    private static String frame(int state, int repetition, int value, String flags) {
        return link(flags, publication(state, repetition, value));
    }

    private static String publication(int state, int repetition, int value) {
        return of(
                "61",
                text("80", "b"),
                "810128",
                text("82", "s"),
                text("83", "i"),
                "84080000000000000000",
                "8501%02x 8601%02x 870100 880101 890100 8a0102".formatted(state, repetition),
                of("ab", "8301%02x".formatted(value), of("a2", "850107")));
    }

    private static String link(String flags, String publication) {
        return "0001 %04x %s 0000 %s".formatted(Told.bytes(publication).length + 8, flags, publication);
    }

    @Test
    void valuesAreToldWhenTheStateChangesAndNotWhenItIsRepeated() {
        told.asks(frame(1, 0, 0, "0000"));
        assertThat(told.lines())
                .containsExactly(
                        "notice state_change control_block b",
                        "point client stNum b unsigned reported = 1",
                        "point client confRev b unsigned reported = 1",
                        "point client timeAllowedToLive b unsigned reported = 40",
                        "point client goID b text reported = i",
                        "point client data_set s 0 boolean reported = 0",
                        "point client data_set s 1 integer reported = 7");
        told.asks(frame(1, 1, 0, "0000"));
        assertThat(told.lines()).containsExactly("notice retransmission control_block b");
        told.asks(frame(2, 0, 1, "0000"));
        assertThat(told.lines())
                .containsExactly(
                        "notice state_change control_block b",
                        "point client stNum b unsigned reported = 2",
                        "point client data_set s 0 boolean reported = 1",
                        "point client data_set s 1 integer reported = 7");
        assertThat(told.facts()).startsWith("goose appid=0x0001", "goose gocb=b");
    }

    @Test
    void numbersThatLeapOrGoBackAreNoticed() {
        told.asks(frame(5, 3, 0, "0000")).lines();
        told.asks(frame(5, 2, 0, "0000")).asks(frame(9, 0, 0, "0000")).asks(frame(7, 0, 0, "0000"));
        assertThat(told.lines())
                .filteredOn(l -> l.startsWith("violation"))
                .containsExactly(
                        "violation repetition_number_backwards 2",
                        "violation state_number_skipped 9",
                        "violation state_number_backwards 7");
        told.asks(frame(1, 1, 0, "0000"));
        assertThat(told.lines()).startsWith("notice restart control_block b");
    }

    @Test
    void otherValuesInTheSameStateAreNoticedAndTold() {
        told.asks(frame(5, 0, 0, "0000")).lines();
        told.asks(frame(5, 1, 1, "8000"));
        assertThat(told.lines())
                .containsExactly(
                        "notice retransmission control_block b (simulation)",
                        "violation values_changed_without_state 5",
                        "point client data_set s 0 boolean reported = 1",
                        "point client data_set s 1 integer reported = 7");
    }

    @Test
    void aFrameCutAnywhereTellsNothingButThat() {
        String whole = HexFormat.of().formatHex(Told.bytes(frame(1, 0, 0, "0000")));
        for (int octets = 0; octets < whole.length() / 2; octets++) {
            told.asks(whole.substring(0, 2 * octets));
        }
        assertThat(told.lines()).hasSize(whole.length() / 2).allMatch(l -> l.startsWith("violation "));
    }

    @Test
    void whatLacksSomethingIsNamed() {
        told.asks(link("0000", "6106 800162 810128"));
        assertThat(told.lines()).containsExactly("violation mandatory_field_missing 2");
        told.asks(link("0000", "3000"));
        assertThat(told.lines()).containsExactly("violation malformed 2");
    }

    @Test
    void aRoutedPublicationIsReadAndAnEncryptedOneSaidToBe() {
        String header = "0140a1188016 00000000 00000001 0001 00000000 0000 %s00 00000000";
        String publication = publication(1, 0, 0);
        int length = Told.bytes(publication).length;
        told.asks(header.formatted("00") + "%08x 8100 0001 %04x".formatted(length + 6, length) + publication);
        assertThat(told.lines()).startsWith("notice state_change control_block b");
        told.asks(header.formatted("01") + "00000004 01020304");
        assertThat(told.lines()).containsExactly("notice opaque");
    }

    @Test
    void isKnownInDatagramsByItsSession() {
        assertThat(probe("0140a1188016")).isEqualTo(Likeness.SURE);
        assertThat(probe("0140a2188016")).isEqualTo(Likeness.NO);
        assertThat(probe("00010008")).isEqualTo(Likeness.NO);
    }

    private static Likeness probe(String hex) {
        byte[] bytes = Told.bytes(hex);
        return new Goose().probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.UDP);
    }
}
