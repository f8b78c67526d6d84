// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Told;

class SmbTest {

    private static final String IDS = "feff0000 01000000 0100000000000000 " + "00".repeat(16);
    private static final String NAME_A = "3900 00 00 02000000 " + "00".repeat(16)
            + "89001200 00000000 07000000 01000000 40000000 7800 0200 0000000000000000 6100"; // opens "a"
    private static final String OPENED = "5900 00 00 01000000 " + "00".repeat(32) + "0000000000000000 0300000000000000"
            + "80000000 00000000 0700000000000000 0700000000000000 0000000000000000";
    private static final String FILE_7 = "0700000000000000 0700000000000000";

    private final Told told = new Told(new Smb());

    /** A message of version 2 in its frame. */
    private static String message(int command, int number, boolean answer, String status, String body) {
        String text = "fe534d42 4000 0100" + status + String.format("%02x00", command) + "0100"
                + (answer ? "01000000" : "00000000") + "00000000" + String.format("%02x00000000000000", number) + IDS
                + body;
        return String.format("%08x", Told.bytes(text).length) + text;
    }

    private void asks(int command, int number, String body) {
        told.asks(message(command, number, false, "00000000", body));
    }

    private void answers(int command, int number, String status, String body) {
        told.answers(message(command, number, true, status, body));
    }

    @Test
    void aFileThatIsReadIsATransferWithItsHash() {
        asks(3, 1, "0900 0000 4800 0c00 5c005c0073005c0064002400"); // \\s\d$
        answers(3, 1, "00000000", "1000 01 00 00000000 00000000 ff011f00");
        asks(5, 2, NAME_A);
        answers(5, 2, "00000000", OPENED);
        asks(8, 3, "3100 50 00 00100000 0000000000000000" + FILE_7 + "00".repeat(16) + "00");
        answers(8, 3, "00000000", "1100 50 00 03000000 00000000 00000000 616263");
        asks(6, 4, "1800 0000 00000000" + FILE_7);
        answers(6, 4, "00000000", "3c00" + "00".repeat(58));
        assertThat(told.lines())
                .containsExactly(
                        "request tree_connect share \\\\s\\d$",
                        "response tree_connect share \\\\s\\d$ (disk) +1ms",
                        "request create file d$\\a (open)",
                        "response create file d$\\a (opened) +1ms",
                        "request read file d$\\a",
                        "response read file d$\\a +1ms",
                        "transfer server file d$\\a out_of_device started 0",
                        "request close file d$\\a",
                        "response close file d$\\a +1ms",
                        "transfer server file d$\\a out_of_device complete 3");
    }

    @Test
    void aFileReadInPartIsNoWholeOne() {
        asks(5, 2, NAME_A);
        answers(5, 2, "00000000", OPENED);
        asks(8, 3, "3100 50 00 02000000 0000000000000000" + FILE_7 + "00".repeat(16) + "00");
        answers(8, 3, "00000000", "1100 50 00 02000000 00000000 00000000 6162");
        asks(6, 4, "1800 0000 00000000" + FILE_7);
        answers(6, 4, "00000000", "3c00" + "00".repeat(58));
        assertThat(told.lines()).contains("transfer server file a out_of_device broken 2");
    }

    @Test
    void aRefusalIsNamed() {
        asks(5, 2, NAME_A);
        answers(5, 2, "220000c0", "0900 0000 00000000 00");
        assertThat(told.lines()).contains("response create file a refused -1073741790 access_denied +1ms");
    }

    @Test
    void anAnswerThatIsYetToComeKeepsItsRequest() {
        asks(15, 2, "2000 0000 00100000" + FILE_7 + "17000000 00000000");
        answers(15, 2, "03010000", "0900 0000 00000000 00");
        answers(15, 2, "0b010000", "0900 0000 00000000");
        assertThat(told.lines())
                .containsExactly(
                        "request change_notify",
                        "response change_notify (pending) +1ms",
                        "response change_notify +2ms");
    }

    @Test
    void aLargeWriteIsReadAsItComes() {
        int content = 1 << 19;
        asks(5, 2, NAME_A);
        answers(5, 2, "00000000", OPENED);
        String head = "fe534d42 4000 0100 00000000 0900 0100 00000000 00000000 0300000000000000" + IDS
                + "3100 7000 00000800 0000000000000000" + FILE_7 + "00".repeat(16);
        String message = String.format("%08x", content + 112) + head;
        assertThat(told.frame(message, Direction.TO_SERVER)).isEqualTo(116);
        told.asks(message);
        assertThat(told.frame("00".repeat(1000), Direction.TO_SERVER)).isEqualTo(1000);
        told.asks("00".repeat(content / 2)).asks("00".repeat(content / 2));
        asks(6, 4, "1800 0000 00000000" + FILE_7);
        answers(6, 4, "00000000", "3c00" + "00".repeat(58));
        assertThat(told.lines()).contains("transfer server file a into_device complete " + content);
    }

    @Test
    void aChainGoesOnWithTheFileThatItOpened() {
        String all = "ff".repeat(16);
        String open = "fe534d42 4000 0100 00000000 0500 0100 00000000 80000000 0200000000000000" + IDS + NAME_A
                + "00".repeat(6);
        String close = "fe534d42 4000 0100 00000000 0600 0100 04000000 00000000 0300000000000000" + IDS
                + "1800 0000 00000000" + all;
        String both = open + close;
        told.asks(String.format("%08x", Told.bytes(both).length) + both);
        assertThat(told.lines()).containsExactly("request create file a (open)", "request close file a");
        assertThat(told.facts()).containsExactly("smb smb2.cmd=5", "smb smb2.cmd=6");
    }

    @Test
    void whatIsEncryptedIsNotGuessed() {
        told.asks("00000044 fd534d42" + "00".repeat(64));
        assertThat(told.lines()).containsExactly("notice encrypted");
    }

    @Test
    void aCutMessageTellsNothing() {
        told.asks("00000048 fe534d42 4000");
        assertThat(told.lines()).containsExactly("violation truncated 10");
    }

    @Test
    void aChainMustGoForward() {
        told.asks(
                "00000044 fe534d42 4000 0100 00000000 0d00 0100 00000000 01000000 0100000000000000" + IDS + "04000000");
        assertThat(told.lines()).containsExactly("violation bad_chain 1");
    }

    @Test
    void onlyItsOwnMagicIsRecognised() {
        assertThat(probe("00000044 fe534d42")).isEqualTo(Likeness.SURE);
        assertThat(probe("000000")).isEqualTo(Likeness.MORE);
        assertThat(probe("00000044 fe534d43")).isEqualTo(Likeness.NO);
        assertThat(told.frame("16030100", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
    }

    private static Likeness probe(String hex) {
        byte[] bytes = Told.bytes(hex);
        return new Smb().probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.TCP);
    }
}
