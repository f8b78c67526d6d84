// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Told;

class OpcUaTest {

    private static final String SPEED = "03 0200 05000000 5370656564"; // ns=2;s=Speed
    private static final String VALUE_OF_SPEED = SPEED + "0d000000 ffffffff 0000 ffffffff";
    private static final String READ_SPEED = "0000000000000000 02000000 01000000" + VALUE_OF_SPEED;
    private static final String NONE = "ffffffff";

    @Test
    void aValueReadIsTheNodesThatWasAskedFor() {
        Told told = new Told(new OpcUa())
                .asks(request(1, 631, READ_SPEED))
                .answers(answer(1, 634, 0, "01000000 01 0b 0000000000002940" + NONE)); // a Double, 12.5
        assertThat(told.lines())
                .containsExactly(
                        "request read node ns=2;s=Speed",
                        "response read node ns=2;s=Speed +1ms",
                        "point server node ns=2;s=Speed Double read = 12.5");
        assertThat(told.facts())
                .containsExactly("opcua msg=MSG", "opcua service=631", "opcua msg=MSG", "opcua service=634");
    }

    @Test
    void aNodeThatIsRefusedIsToldByTheNameOfItsStatus() {
        Told told = new Told(new OpcUa())
                .asks(request(1, 631, READ_SPEED))
                .answers(answer(1, 634, 0, "01000000 02 00003480" + NONE));
        assertThat(told.lines()).contains("response read node ns=2;s=Speed refused 32820 BadNodeIdUnknown +1ms");
    }

    @Test
    void aFaultRefusesEveryObjectOfTheRequest() {
        String twoWrites = "02000000" + (SPEED + "0d000000 ffffffff 01 0a 00004842") // a Float, 50
                + "01027b00 0d000000 ffffffff 01 01 01"; // ns=2;i=123, a Boolean
        Told told = new Told(new OpcUa()).asks(request(1, 673, twoWrites)).answers(answer(1, 397, 0x801f_0000, ""));
        assertThat(told.lines())
                .containsExactly(
                        "request write node ns=2;s=Speed",
                        "point server node ns=2;s=Speed Float write = 50.0",
                        "request write node ns=2;i=123",
                        "point server node ns=2;i=123 Boolean write = 1",
                        "response write node ns=2;s=Speed refused 32799 BadUserAccessDenied +1ms",
                        "response write node ns=2;i=123 refused 32799 BadUserAccessDenied +1ms");
    }

    @Test
    void aReportedValueIsTheNodesThatTheClientGaveItsHandle() {
        String item = VALUE_OF_SPEED + "02000000 0b000000 0000000000406f40 0000 00 01000000 01"; // handle 11
        Told told = new Told(new OpcUa())
                .asks(request(1, 751, "03000000 02000000 01000000" + item))
                .answers(answer(2, 829, 0, report("0b000000 01 06 07000000"))) // handle 11: an Int32, 7
                .answers(answer(3, 829, 0, report("0c000000 01 06 08000000"))); // handle 12
        assertThat(told.lines())
                .contains(
                        "response publish subscription 3 (data_change)",
                        "point server node ns=2;s=Speed Int32 reported = 7",
                        "point server client_handle of subscription 3 12 Int32 reported = 8");
    }

    @Test
    void aServerSaysWhoItIs() {
        String build =
                text("http://acme") + text("Acme") + text("PLC 700") + text("4.2.1") + text("77") + "0000000000000000";
        String status = "0000000000000000 0000000000000000 03000000" + build + "00000000 00"; // suspended
        String object = "01006003 01" + counted(status);
        Told told = new Told(new OpcUa())
                .asks(request(1, 631, "0000000000000000 02000000 01000000 0100d008 0d000000 ffffffff 0000 ffffffff"))
                .answers(answer(1, 634, 0, "01000000 01 16" + object + NONE));
        assertThat(told.lines())
                .contains(
                        "identity server mode = suspended",
                        "identity server vendor = Acme",
                        "identity server model = PLC 700",
                        "identity server firmware = 4.2.1");
    }

    @Test
    void aPasswordInTheClearIsKeptAsItsHashOnly() {
        String token = text("policy") + text("operator") + text("s3cret") + NONE;
        String parameters = NONE + NONE + NONE + NONE + "01004401 01" + counted(token) + NONE + NONE;
        Told told = new Told(new OpcUa()).asks(request(1, 467, parameters)).answers(answer(1, 397, 0x8021_0000, ""));
        List<String> lines = told.lines();
        assertThat(lines)
                .contains("request activate_session user operator (user_name)")
                .anyMatch(line -> line.matches("login server user operator secret h:[0-9a-f]{16}"))
                .anyMatch(line -> line.endsWith("refused 32801 BadIdentityTokenRejected"))
                .noneMatch(line -> line.contains("s3cret"));
    }

    @Test
    void aMethodOfTheStandardIsAServiceOfItsOwn() {
        String call = "02000000" + (SPEED + "01009723" + NONE) // 9111, Acknowledge
                + (SPEED + SPEED + "01000000 06 05000000"); // with an Int32, 5
        assertThat(new Told(new OpcUa()).asks(request(1, 712, call)).lines())
                .containsExactly(
                        "request acknowledge_alarm method ns=2;s=Speed/i=9111",
                        "request call method ns=2;s=Speed/ns=2;s=Speed",
                        "point server method ns=2;s=Speed/ns=2;s=Speed 0 Int32 write = 5");
    }

    @Test
    void aMessageInTwoChunksIsReadAsOne() {
        String whole = request(1, 631, READ_SPEED).replace(" ", "").substring(48);
        String first = chunk("43", "01000000", whole.substring(0, 60));
        String last = chunk("46", "01000000", whole.substring(60));
        assertThat(new Told(new OpcUa()).asks(first).asks(last).lines())
                .containsExactly("request read node ns=2;s=Speed");
    }

    @Test
    void aChannelThatEncryptsIsToldAsSuchAndNothingIsGuessed() {
        String policy = text("http://opcfoundation.org/UA/SecurityPolicy#Basic256Sha256");
        String opening =
                "4f504e46" + "91000000" + "01000000" + policy + NONE + "14000000" + "ab".repeat(20) + "cd".repeat(44);
        Told told = new Told(new OpcUa()).asks(opening).asks(chunk("46", "5a5a5a5a", "5a".repeat(64)));
        assertThat(told.lines())
                .containsExactly("request open_secure_channel policy Basic256Sha256 (encrypted)", "notice encrypted");
    }

    @Test
    void aMessageThatSaysMoreThanItHoldsTellsNothingElse() {
        assertThat(new Told(new OpcUa())
                        .asks(request(1, 631, "0000000000000000 02000000 e8030000" + VALUE_OF_SPEED))
                        .lines())
                .containsExactly("violation malformed_message 631");
    }

    @Test
    void aMessageCutShortTellsNothing() {
        String whole = request(1, 631, READ_SPEED).replace(" ", "");
        Told told = new Told(new OpcUa()).asks(whole.substring(0, 120));
        assertThat(told.lines()).containsExactly("violation truncated 60");
        assertThat(told.frame(whole.substring(0, 120), Direction.TO_SERVER)).isEqualTo(whole.length() / 2);
    }

    @Test
    void otherBytesBeginNoMessage() {
        Told told = new Told(new OpcUa());
        assertThat(told.frame("4d534758 18000000", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("4d534746 04000000", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("4d5347", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
    }

    @Test
    void anAnswerInTheMiddleOfAConversationTellsWhoServes() {
        byte[] bytes = Told.bytes(answer(1, 634, 0, NONE + NONE));
        OpcUa opcUa = new OpcUa();
        assertThat(opcUa.probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.TCP))
                .isEqualTo(Likeness.SURE);
        assertThat(new Told(opcUa).direction(HexFormat.of().formatHex(bytes), Direction.TO_SERVER))
                .isEqualTo(Direction.TO_CLIENT);
    }

    private static String request(int number, int service, String parameters) {
        String header = "0000 0000000000000000 01000000 00000000 ffffffff 00000000 0000 00";
        return chunk("46", little(number), "0100" + little(service).substring(0, 4) + header + parameters);
    }

    private static String answer(int number, int service, int status, String parameters) {
        String header = "0000000000000000 01000000" + little(status) + "00 ffffffff 0000 00";
        return chunk("46", little(number), "0100" + little(service).substring(0, 4) + header + parameters);
    }

    /** A data change of subscription 3. */
    private static String report(String item) {
        String change = "01002b03 01" + counted("01000000" + item + NONE);
        return "03000000" + NONE + "00" + "01000000 0000000000000000 01000000" + change + NONE + NONE;
    }

    private static String chunk(String kind, String number, String body) {
        String rest = "01000000 07000000 01000000" + number + body;
        int size = 8 + Told.bytes(rest).length;
        return "4d5347" + kind + little(size) + rest;
    }

    private static String text(String value) {
        return counted(HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)));
    }

    private static String counted(String octets) {
        return little(Told.bytes(octets).length) + octets;
    }

    private static String little(int number) {
        return HexFormat.of().toHexDigits(Integer.reverseBytes(number));
    }
}
