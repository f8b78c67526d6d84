// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7plus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Told;
import weir.wire.protocol.iso.IsoLine;

class S7commPlusTest {

    // one variable: check 0, area DB5, two numbers: values, 10
    private static final String DB5 = "00 88d0b88005 02 9376 0a";
    // object qualifier and what else ends a request
    private static final String END = "000004e8 8969 0012 00000000 896a 0013 00 896b 0004 00 00 00000000";

    private final IsoLine line = new IsoLine();

    private static String message(String content) {
        return "72 02 %04x %s 72020000".formatted(Told.bytes(content).length, content);
    }

    private static String request(String function, int sequence, String body) {
        return message("31 0000 %s 0000 %04x 000003be 34 %s".formatted(function, sequence, body));
    }

    private static String answer(String function, int sequence, String body) {
        return message("32 0000 %s 0000 %04x 34 %s 00000000".formatted(function, sequence, body));
    }

    private List<String> told() {
        return line.lines().stream().map(l -> l.replace("s7comm_plus: ", "")).toList();
    }

    @Test
    void eachVariableIsAnOperationAndMayBeRefused() {
        line.asks(request("054c", 3, "00000000 02 0a" + DB5 + "00 52 02 9d18 0b" + END));
        // the first is 123.456; the second has result -12
        line.answers(answer("054c", 3, "00 01 00 0e 42f6e979 00 02 fffffffffffffffff4 00 00"));
        assertThat(told())
                .containsExactly(
                        "request get_multi_variables DB5 8A0E0005.A",
                        "request get_multi_variables M 52.B",
                        "response get_multi_variables DB5 8A0E0005.A +1ms",
                        "response get_multi_variables M 52.B refused -12 object_not_found +1ms",
                        "point server DB5 8A0E0005.A Real read = 123.45600128173828");
    }

    @Test
    void aWriteShowsItsValuesOfAllKinds() {
        // a structure: 1 Bool, 2 DInt -255 in its long form, 3 an array of two Int, 4 a text
        String value = "01 00 17 00000001 01 0001 01 02 0008 8ffffffe01 03 1007 02 0001 fffe 04 0015 02 6f6b 00 00";
        line.asks(request("0542", 4, "00000000 01 05" + DB5 + value + END));
        assertThat(told())
                .containsExactly(
                        "request set_multi_variables DB5 8A0E0005.A",
                        "point server DB5 8A0E0005.A 0 Bool write = 1",
                        "point server DB5 8A0E0005.A 1 DInt write = -255",
                        "point server DB5 8A0E0005.A 2 Int write = 1",
                        "point server DB5 8A0E0005.A 3 Int write = -2",
                        "point server DB5 8A0E0005.A 4 WString write = ok");
    }

    @Test
    void stoppingTheControllerIsSeen() {
        line.asks(request("04f2", 5, "00000034 01 9077 0008 01" + END)).answers(answer("04f2", 5, "00 00"));
        assertThat(told())
                .containsExactly(
                        "request set_variable cpu_exec_unit operating_state_request (stop)",
                        "point server cpu_exec_unit operating_state_request DInt write = 1",
                        "response set_variable cpu_exec_unit operating_state_request (stop) +1ms");
    }

    @Test
    void aSessionTellsWhoBothSidesAre() {
        // class 287, application "A", host "B"; then session 0x3be, version "1;6ES7;V4"
        line.asks(message("31 0000 04ca 0000 0001 00000120 36 0000011d 0004 00 00000000"
                + "a1 000000d3 821f 00 00 a3 8229 0015 01 41 a3 822a 0015 01 42 a2 00000000"));
        line.answers(message("32 0000 04ca 0000 0001 36 00 01 873e a1 00000120 821f 00 00"
                + "a3 8232 0017 0000013a 823c 0004 8140 823f 0015 09 313b364553373b5634 00 a2 00000000"));
        assertThat(told())
                .containsExactly(
                        "identity client software = A",
                        "identity client name = B",
                        "request create_object session",
                        "response create_object session +1ms",
                        "identity server vendor = Siemens",
                        "identity server order_number = 6ES7",
                        "identity server firmware = V4");
    }

    @Test
    void aBlockThatComesInPartsIsAProgramTransfer() {
        // class 2542, name "M", block number 5, body of 4 octets; the second part ends the message
        String first =
                "31 0000 04ca 0000 0007 000003be 34 00000003 0004 00 00000000 a1 000000d3 936e 00 00 a3 8169 0015 01 4d";
        line.asks("7202 %04x %s".formatted(Told.bytes(first).length, first));
        assertThat(told()).isEmpty();
        line.asks(message("a3 9359 0003 0005 a3 9365 0014 00 04 70707070 a2 00000000"));
        line.answers(answer("04ca", 7, "00 01 888080b88005"));
        assertThat(told())
                .containsExactly(
                        "request create_object block M",
                        "transfer server block M into_device started 39",
                        "response create_object block M +1ms",
                        "transfer server block M into_device complete 39");
    }

    @Test
    void valuesSubscribedToGoByTheirNumber() {
        // the word that a panel asked for first, one of another numbering, one that is not there
        line.answers(
                message(
                        "33 1000006a 0400 0000 0000 01 01 92 ffffffff 0007 03e9 92 00000001 0007 0005 13 00000002 00 00000000"));
        assertThat(told())
                .containsExactly(
                        "notice notification subscription",
                        "point server subscription item -1 Int reported = 1001",
                        "point server subscription item 1 Int reported = 5");
    }

    @Test
    void digestsAreTakenOffAndTlsIsSaidOnce() {
        String digest = "20" + "5a".repeat(32);
        String content = digest + "31 0000 054c 0000 000c 000003be 34 00000000 01 05" + DB5 + "00 00000000";
        line.asks("7203 %04x %s 72030000".formatted(Told.bytes(content).length, content));
        line.asks("1603 0100 01 00").asks("1703 0300 01 00");
        assertThat(told()).containsExactly("request get_multi_variables DB5 8A0E0005.A", "notice encrypted");
        assertThat(line.direction("7203 0030" + digest + "3200")).isEqualTo(Direction.TO_CLIENT);
    }

    @Test
    void whatIsMalformedIsNoticedAndBlindsNothing() {
        line.asks(request("0999", 1, "00000000"));
        line.asks("7202 0070 31 0000");
        line.asks(request("054c", 2, "00000000 01 05 00 52 7f"));
        line.asks(message("99 00"));
        line.asks(request("054c", 3, "00000000 01 05" + DB5 + END));
        assertThat(told())
                .containsExactly(
                        "violation unknown_function 2457",
                        "request unknown",
                        "violation truncated 112",
                        "violation malformed_request 9",
                        "notice opaque",
                        "request get_multi_variables DB5 8A0E0005.A");
    }

    @Test
    void packedNumbersAreRead() {
        assertThat(Packed.u32(cursor("88d0b88005"))).isEqualTo(0x8a0e0005L);
        assertThat(Packed.i64(cursor("7f"))).isEqualTo(-1);
        assertThat(Packed.i64(cursor("fe01"))).isEqualTo(-255);
        assertThat(Packed.u64(cursor("fffffffffffffffff4"))).isEqualTo(-12);
    }

    private static Cursor cursor(String hex) {
        byte[] bytes = Told.bytes(hex);
        return new Cursor().wrap(bytes, 0, bytes.length);
    }
}
