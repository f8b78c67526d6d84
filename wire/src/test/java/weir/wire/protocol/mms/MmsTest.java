// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.wire.protocol.mms.Element.of;
import static weir.wire.protocol.mms.Element.text;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Told;
import weir.wire.protocol.iso.IsoLine;

class MmsTest {

    private static final String TRIPS = objectName("BAY1", "LLN0$trips");
    private static final String POSITION = objectName("BAY1", "CSWI1$ST$Pos");
    private static final String OPERATE = objectName("BAY1", "CSWI1$CO$Pos$Oper");

    private final IsoLine line = new IsoLine();

    private static String objectName(String domain, String item) {
        return of("a1", text("1a", domain), text("1a", item));
    }

    private static String variables(String... names) {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            all.append(of("30", of("a0", name)));
        }
        return of("a0", all.toString());
    }

    /** Give tokens, data; presentation data of context 3. */
    private static String data(String message) {
        return "01000100" + of("61", of("30", "020103", of("a0", message)));
    }

    private static String request(int invoke, String service) {
        return data(of("a0", of("02", "%02x".formatted(invoke)), service));
    }

    private static String answer(int invoke, String service) {
        return data(of("a1", of("02", "%02x".formatted(invoke)), service));
    }

    private List<String> told() {
        return line.lines().stream().map(l -> l.replace("mms: ", "")).toList();
    }

    @Test
    void aDeviceSaysWhoItIs() {
        line.asks(request(1, "8200"))
                .answers(answer(1, of("a2", text("80", "ACME"), text("81", "X1"), text("82", "3.0"))));
        assertThat(told())
                .containsExactly(
                        "request identify",
                        "response identify +1ms",
                        "identity server vendor = ACME",
                        "identity server model = X1",
                        "identity server firmware = 3.0");
    }

    @Test
    void eachVariableIsAnOperationAndMayBeRefused() {
        line.asks(request(5, of("a4", of("a1", variables(POSITION, text("80", "Level"))))));
        // a structure of double point "on", quality good; then object non-existent
        line.answers(answer(5, of("a4", of("a1", of("a2", "84020680", "8403030000"), "80010a"))));
        assertThat(told())
                .containsExactly(
                        "request read variable BAY1/CSWI1$ST$Pos",
                        "request read variable Level",
                        "response read variable BAY1/CSWI1$ST$Pos +1ms",
                        "point server variable BAY1/CSWI1$ST$Pos 0 bit_string read = 2",
                        "point server variable BAY1/CSWI1$ST$Pos 1 bit_string read = 0",
                        "response read variable Level refused 16394 object_non_existent +1ms");
    }

    @Test
    void allKindsOfDataAreValues() {
        String name = text("80", "V");
        line.asks(request(6, of("a4", of("a1", variables(name))))).lines();
        line.answers(answer(
                6,
                of(
                        "a4",
                        of(
                                "a1",
                                of(
                                        "a1",
                                        "830101", // true
                                        "8502ff38", // -200
                                        "860200c8", // 200
                                        "87050842f6e979", // 123.456
                                        "87090b3ff8000000000000", // 1.5
                                        "8902cafe",
                                        text("8a", "text"),
                                        "8c06000003e8 0001", // a second into 2 January 1984
                                        "91080000000280000000", // two and a half seconds
                                        "8405 0380000000")))));
        assertThat(told())
                .containsExactly(
                        "response read variable V +1ms",
                        "point server variable V 0 boolean read = 1",
                        "point server variable V 1 integer read = -200",
                        "point server variable V 2 unsigned read = 200",
                        "point server variable V 3 float32 read = 123.45600128173828",
                        "point server variable V 4 float64 read = 1.5",
                        "point server variable V 5 octet_string read = 51966",
                        "point server variable V 6 text read = text",
                        "point server variable V 7 binary_time read = 441849601000",
                        "point server variable V 8 utc_time read = 2500",
                        "point server variable V 9 bit_string read = 268435456");
    }

    @Test
    void aControlTellsWhoIsBehindItAndWhyItFailed() {
        // open; from maintenance, "x"; first control; time; a test; no checks
        String value = of(
                "a2", "830100", of("a2", "850107", "890178"), "860101", "91080000000000000000", "830101", "84020600");
        line.asks(request(7, of("a5", variables(OPERATE), of("a0", value))));
        String error = of(
                "a2", text("8a", "BAY1/CSWI1$CO$Pos$Oper"), "850101", of("a2", "850107", "890178"), "860101", "85010a");
        line.answers(data(of("a3", of("a0", variables(text("80", "LastApplError")), of("a0", error)))));
        line.answers(answer(7, of("a5", "800103")));
        assertThat(told())
                .filteredOn(l -> !l.startsWith("point"))
                .containsExactly(
                        "request operate variable BAY1/CSWI1$CO$Pos$Oper (maintenance, test)",
                        "notice control_error variable BAY1/CSWI1$CO$Pos$Oper refused 20490 blocked_by_interlocking",
                        "response operate variable BAY1/CSWI1$CO$Pos$Oper (maintenance, test)"
                                + " refused 16387 object_access_denied +2ms");
    }

    @Test
    void whatIsWrittenDecidesWhatItDoes() {
        assertThat(ControlStep.ofWrite("BAY1/CSWI1$CO$Pos$SBOw").verb()).isEqualTo(Verb.CONTROL);
        assertThat(ControlStep.ofWrite("BAY1/CSWI1$CO$Pos$Cancel").verb()).isEqualTo(Verb.CONTROL);
        assertThat(ControlStep.ofRead("BAY1/CSWI1$CO$Pos$SBO").verb()).isEqualTo(Verb.CONTROL);
        assertThat(ControlStep.ofWrite("BAY1/LLN0$GO$gcb1$GoEna").verb()).isEqualTo(Verb.CONFIGURE);
        assertThat(ControlStep.ofWrite("BAY1/LLN0$SP$SGCB$ActSG").verb()).isEqualTo(Verb.CONFIGURE);
        assertThat(ControlStep.ofWrite("BAY1/ATCC1$SP$BndCtr$setMag$f").verb()).isEqualTo(Verb.WRITE);
        assertThat(ControlStep.ofWrite("Setpoint").verb()).isEqualTo(Verb.WRITE);
    }

    @Test
    void aSelectionThatAnswersNothingFailed() {
        line.asks(request(8, of("a4", of("a1", variables(objectName("BAY1", "CSWI1$CO$Pos$SBO"))))));
        line.answers(answer(8, of("a4", of("a1", "8a00"))));
        assertThat(told()).contains("response select variable BAY1/CSWI1$CO$Pos$SBO refused 20483 select_failed +1ms");
    }

    @Test
    void aReportNamesItsMembersOnceTheirListIsKnown() {
        // report "r"; options: data set; which members: the second of two; its value
        String report = of(
                "a0",
                of("a1", text("80", "RPT")),
                of("a0", text("8a", "r"), "8403060800", text("8a", "BAY1/LLN0$trips"), "84020640", "830101"));
        line.answers(data(of("a3", report)));
        line.asks(request(9, of("ab", TRIPS, variables(text("80", "A"), text("80", "B")))));
        line.answers(data(of("a3", report)));
        assertThat(told())
                .containsExactly(
                        "notice information_report report r (BAY1/LLN0$trips)",
                        "point server variable BAY1/LLN0$trips[1] boolean reported = 1",
                        "request define_named_variable_list variable_list BAY1/LLN0$trips",
                        "notice information_report report r (BAY1/LLN0$trips)",
                        "point server variable B boolean reported = 1");
    }

    @Test
    void aFileIsATransferFromOpenToEnd() {
        line.asks(request(1, of("bf48", of("a0", text("19", "a.dat")), "810100")));
        line.answers(answer(1, of("bf48", "800105", of("a1", "800103"))));
        line.asks(request(2, "9f490105")).answers(answer(2, of("bf49", "8002abcd")));
        line.asks(request(3, "9f490105")).answers(answer(3, of("bf49", "8001ef", "810100")));
        line.asks(request(4, "9f4a0105")).answers(answer(4, "9f4a00"));
        assertThat(told())
                .containsExactly(
                        "request file_open file a.dat",
                        "response file_open file a.dat +1ms",
                        "transfer server file a.dat out_of_device started 0",
                        "request file_read file a.dat 5",
                        "response file_read file a.dat 5 +1ms",
                        "transfer server file a.dat out_of_device moving 2",
                        "request file_read file a.dat 5",
                        "response file_read file a.dat 5 +1ms",
                        "transfer server file a.dat out_of_device complete 3",
                        "request file_close file a.dat 5",
                        "response file_close file a.dat 5 +1ms");
    }

    @Test
    void aDeviceFetchesItsDownloadAndMayGiveItUp() {
        line.asks(request(1, of("ba", text("80", "P"), "a100", "820101"))).answers(answer(1, "9a00"));
        line.answers(request(1, text("9b", "P"))).asks(answer(1, of("bb", "800100")));
        line.answers(request(2, of("bc", text("80", "P"), of("a1", of("a0", "830101")))));
        assertThat(told())
                .containsExactly(
                        "request initiate_download_sequence domain P",
                        "response initiate_download_sequence domain P +1ms",
                        "transfer server domain P into_device started 0",
                        "request download_segment domain P",
                        "response download_segment domain P +1ms",
                        "transfer server domain P into_device moving 1",
                        "request terminate_download_sequence domain P",
                        "transfer server domain P into_device broken 1");
    }

    @Test
    void refusalsAndRejectsAreNamed() {
        line.asks(request(1, of("bf29", text("80", "RUN"))))
                .answers(data(of("a2", "800101", of("a2", of("a0", "820105")))));
        line.asks(request(2, of("bf2c", text("80", "RUN")))).answers(data(of("a4", "800102", "810101")));
        line.answers(data(of("a2", "800109", of("a2", of("a0", "870103")))));
        line.answers(data(of("a4", "850101")));
        assertThat(told())
                .containsExactly(
                        "request stop program_invocation RUN",
                        "response stop program_invocation RUN refused 517 object_exists +1ms",
                        "request kill program_invocation RUN",
                        "response kill program_invocation RUN refused 8449 unrecognized_service +1ms",
                        "response confirmed refused 1795 object_access_denied",
                        "notice reject refused 9473 invalid_pdu");
    }

    @Test
    void aPasswordOfTheAssociationIsALogin() {
        String ask = of(
                "60",
                "a107060528ca220203",
                "8b03520301",
                of("ac", text("80", "secret")),
                of("be", of("28", "020103", of("a0", of("a8", "80027530")))));
        String refusal = of("61", "a107060528ca220203", "a203020101", "a305a10302010d");
        line.asks("0d"
                + of("", "c1" + of("", of("31", "a003800101", of("a2", of("61", of("30", "020101", of("a0", ask))))))));
        line.answers("0e"
                + of(
                        "",
                        "c1"
                                + of(
                                        "",
                                        of(
                                                "31",
                                                "a003800101",
                                                of("a2", of("61", of("30", "020101", of("a0", refusal))))))));
        assertThat(told())
                .hasSize(4)
                .element(0)
                .asString()
                .startsWith("login server user secret h:")
                .doesNotContain("secret secret");
        line.asks(request(1, "8200"));
        assertThat(told()).containsExactly("request identify");
    }

    @Test
    void whatIsMalformedIsNoticedAndBlindsNothing() {
        line.asks(data(of("a0", "020101", "a47f"))); // a length beyond the end
        line.asks(request(2, of("bf4f", ""))); // service 79
        line.asks(data("af00")); // message 15
        line.asks("0d05 c17f"); // session: a length beyond the end
        line.asks(request(3, of("a4", of("a1", variables(POSITION)))));
        assertThat(told())
                .containsExactly(
                        "violation malformed_message 160",
                        "violation unknown_service 79",
                        "request unknown",
                        "violation unknown_message 175",
                        "violation malformed_envelope 4",
                        "request read variable BAY1/CSWI1$ST$Pos");
    }

    @Test
    void namesOfAllKindsOfDomainsAreAsked() {
        line.asks(request(1, of("a1", "a003800109", "a1028000")))
                .answers(answer(1, of("a1", of("a0", text("1a", "BAY1")), "810100")));
        line.asks(request(2, of("a1", "a003800102", of("a1", text("81", "BAY1")))));
        assertThat(told())
                .containsExactly(
                        "request get_name_list domain",
                        "response get_name_list domain +1ms",
                        "request get_name_list variable_list BAY1");
    }

    @Test
    void whatIsDefinedIsNamed() {
        String name = of("a0", text("80", "V"));
        line.asks(request(1, of("a7", of("30", name, "a103800105"))));
        line.asks(request(2, of("a8", name, "a100")));
        assertThat(told())
                .containsExactly(
                        "request define_named_variable variable V",
                        "request define_scattered_access scattered_access V");
    }

    @Test
    void theContentTellsWhoAsks() {
        assertThat(line.direction(answer(1, "8200"))).isEqualTo(Direction.TO_CLIENT);
        assertThat(line.direction(request(1, "8200"))).isEqualTo(Direction.TO_SERVER);
        assertThat(line.direction(request(1, text("9b", "P")))).isEqualTo(Direction.TO_CLIENT);
    }

    @Test
    void isKnownByEnvelopeAndByBareMessages() {
        assertThat(speaks(request(1, "8200"))).isTrue();
        assertThat(speaks("a005 020101 8200")).isTrue();
        assertThat(speaks("a004 020101 8200")).isFalse();
        assertThat(speaks("3201")).isFalse();
        assertThat(speaks("0d03 050100")).isTrue();
        assertThat(speaks("0d04 050100")).isFalse();
    }

    private static boolean speaks(String hex) {
        byte[] bytes = Told.bytes(hex);
        return new Mms().speaks(new Cursor().wrap(bytes, 0, bytes.length));
    }

    @Test
    void errorsHaveNames() {
        assertThat(Errors.label(Errors.number(11, 7))).isEqualTo("file_non_existent");
        assertThat(Errors.label(Errors.number(200, 7))).startsWith("error_0x");
    }

    @Test
    void listsAreRememberedInBounds() {
        DataSets sets = new DataSets();
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            sets.define("list" + i, new String[400], random.nextInt(400));
        }
        sets.define("last", new String[] {"a", "b"}, 2);
        assertThat(sets.member("last", 1)).isEqualTo("b");
        assertThat(sets.member("last", 2)).isEmpty();
        assertThat(sets.member("list0", 0)).isEmpty();
    }
}
