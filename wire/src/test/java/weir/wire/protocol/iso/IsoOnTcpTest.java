// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iso;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Told;
import weir.wire.protocol.mms.Mms;
import weir.wire.protocol.s7.S7comm;
import weir.wire.protocol.s7plus.S7commPlus;

class IsoOnTcpTest {

    // TPKT 22 octets; connect request: from 0, to 7, class 0, size 1024, calling 01.00, called 01.02
    private static final String PG_TO_SLOT_2 = "03000016 11 e0 0000 0007 00 c0010a c1020100 c2020102";
    private static final String READ_SZL = IsoLine.data("32070000030000080008 0001120411440100 ff09000401320004");

    private final IsoOnTcp protocol = new IsoOnTcp(new S7comm(), new Mms(), new S7commPlus());
    private final IsoLine line = new IsoLine();

    private Likeness probe(String digits) {
        byte[] bytes = Told.bytes(digits);
        return protocol.probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.TCP);
    }

    @Test
    void theCalledSelectorTellsModuleAndPurpose() {
        line.client(PG_TO_SLOT_2).server("03000016 11 d0 0007 0001 00 c0010a c1020100 c2020102");
        assertThat(line.lines())
                .containsExactly(
                        "request connect rack 0 slot 2 tsap 0x0102 (PG)",
                        "response connect rack 0 slot 2 tsap 0x0102 (PG) +1ms");
        line.client(READ_SZL);
        assertThat(line.lines()).containsExactly("s7comm: request read_szl rack 0 slot 2 SZL 0x0132 4");
    }

    @Test
    void selectorsInWordsNameNoModule() {
        // called "SIMATIC-ROOT-HMI"
        line.client("0300001a 15 e0 0000 0007 00 c20d 53494d415449432d524f4f54 31");
        assertThat(line.lines()).containsExactly("request connect tsap SIMATIC-ROOT1");
    }

    @Test
    void aDisconnectInPlaceOfAConfirmRefusesTheConnection() {
        line.client(PG_TO_SLOT_2).server("0300000b 06 80 0007 0000 03").lines();
        line.client(PG_TO_SLOT_2).lines();
        line.server("0300000b 06 80 0007 0000 03").client("0300000b 06 80 0007 0000 80");
        assertThat(line.lines())
                .containsExactly(
                        "response connect rack 0 slot 2 tsap 0x0102 (PG) refused 3 address_unknown +1ms",
                        "request disconnect_request rack 0 slot 2 (normal_disconnect)");
    }

    @Test
    void userDataInPiecesIsReadWhenTheLastHasCome() {
        line.client("03000007 02 f0 00") // empty and not the last, as engineering stations send it
                .client("03000011 02 f0 00 32070000030000080008")
                .client("0300000f 02 f0 00 0001120411440100");
        assertThat(line.lines()).isEmpty();
        line.client("0300000f 02 f0 80 ff09000401320004");
        assertThat(line.lines()).containsExactly("s7comm: request read_szl SZL 0x0132 4");
    }

    @Test
    void userDataWithoutEndIsNotKeptForEver() {
        String piece = "03008007 02 f0 00" + "32".repeat(0x8000);
        line.client(piece).client(piece).client(piece);
        assertThat(line.lines()).containsExactly("violation user_data_too_long 32768");
        line.client("03000007 02 f0 80").client(READ_SZL);
        assertThat(line.lines()).containsExactly("s7comm: request read_szl SZL 0x0132 4");
    }

    @Test
    void whoRidesIsKnownByWhatIsCarried() {
        line.client(IsoLine.data("72010020 31000004ca 0000"));
        assertThat(line.dialogue().speaks()).isEqualTo("s7comm_plus");
        line.client(READ_SZL);
        assertThat(line.dialogue().speaks()).isEqualTo("s7comm");
        // session CONNECT SPDU with nothing in it; then data after both tokens, presentation data
        line.client(IsoLine.data("0d03 050100"));
        assertThat(line.dialogue().speaks()).isEqualTo("mms");
        line.client(IsoLine.data("01000100 6103 020101"));
        assertThat(line.dialogue().speaks()).isEqualTo("mms");
    }

    @Test
    void remoteDesktopIsKnownByItsCookieAndEndsInTls() {
        // "Cookie: mstshash=a" CR LF
        line.client("0300001f 1a e0 0000 0000 00 436f6f6b69653a206d737473686173683d61 0d0a");
        assertThat(line.dialogue().speaks()).isEqualTo("rdp");
        assertThat(line.frame("17030300"))
                .as("TLS on a connection that was remote desktop's")
                .isEqualTo(Dialogue.DONE);
        assertThat(Dialogue.skipped(line.frame("4405 0102"))).as("fast path").isEqualTo(5);
        // negotiation response: TLS chosen
        line.server("03000013 0e d0 0000 1234 00 02 00 0800 01000000");
        assertThat(line.frame("0300")).isEqualTo(Dialogue.DONE);
    }

    @Test
    void onlyTrueHeadersAreFramed() {
        assertThat(line.frame("0300001602f080")).isEqualTo(22);
        assertThat(line.frame("03")).isEqualTo(Dialogue.MORE);
        assertThat(line.frame("0300001602f0")).isEqualTo(Dialogue.MORE);
        assertThat(line.frame("0300001602f081")).as("number in class 0").isEqualTo(Dialogue.LOST);
        assertThat(line.frame("0300000602f080")).as("shorter than its header").isEqualTo(Dialogue.LOST);
        assertThat(line.frame("0301001602f080")).isEqualTo(Dialogue.LOST);
        assertThat(line.frame("0300001603f080")).isEqualTo(Dialogue.LOST);
        assertThat(line.frame("030000160230")).as("no such TPDU").isEqualTo(Dialogue.LOST);
    }

    @Test
    void isRecognisedByContentAlone() {
        assertThat(probe(READ_SZL)).isEqualTo(Likeness.SURE);
        assertThat(probe(PG_TO_SLOT_2)).isEqualTo(Likeness.SURE);
        assertThat(probe("03000016 11 e0 0000")).isEqualTo(Likeness.MAYBE);
        assertThat(probe("03000040 02 f080 99")).isEqualTo(Likeness.MAYBE);
        assertThat(probe("0300")).isEqualTo(Likeness.MORE);
        // H.225 call signalling has a TPKT too, and Q.931 in it
        assertThat(probe("03000040 08021234 05")).isEqualTo(Likeness.NO);
        assertThat(probe("474554202f")).isEqualTo(Likeness.NO);
    }

    @Test
    void aCutMessageIsNeverAnOperation() {
        byte[] whole = Told.bytes(PG_TO_SLOT_2);
        for (int length = 0; length < whole.length; length++) {
            line.client(java.util.HexFormat.of().formatHex(whole, 0, length));
        }
        assertThat(line.lines()).hasSize(whole.length).allMatch(l -> l.startsWith("violation truncated "));
    }
}
