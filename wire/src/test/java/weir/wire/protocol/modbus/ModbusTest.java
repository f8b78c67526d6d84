// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Told;

/** Messages by hand: transaction, protocol, length, unit, function, data. */
class ModbusTest {

    private final Told told = new Told(new Modbus());

    @Test
    void anAnswerIsReadWithWhatItsRequestAskedFor() {
        told.asks("0001 0000 0006 03 03 0064 0002");
        told.answers("0001 0000 0007 03 03 04 0009 ffff");

        assertThat(told.lines())
                .containsExactly(
                        "request read_holding_registers unit 3 holding_register 100-101",
                        "response read_holding_registers unit 3 holding_register 100-101 +1ms",
                        "point server unit 3 holding_register 100 u16 read = 9",
                        "point server unit 3 holding_register 101 u16 read = 65535");
    }

    @Test
    void anAnswerWhoseRequestWasNotSeenTellsNoValues() {
        told.answers("0001 0000 0007 03 03 04 0009 ffff");

        assertThat(told.lines()).containsExactly("response read_holding_registers unit 3 holding_register");
    }

    @Test
    void coilsStartWithTheLowestBit() {
        told.asks("0001 0000 0006 01 01 0000 000a");
        told.answers("0001 0000 0005 01 01 02 01 02");

        assertThat(told.lines())
                .hasSize(12)
                .contains(
                        "point server unit 1 coil 0 bool read = 1",
                        "point server unit 1 coil 8 bool read = 0",
                        "point server unit 1 coil 9 bool read = 1");
    }

    @Test
    void aWrittenValueIsToldOnceAndAnEchoThatDiffersIsAViolation() {
        told.asks("0001 0000 0006 03 06 0005 000b");
        told.answers("0001 0000 0006 03 06 0005 000b");
        told.asks("0002 0000 0006 03 05 0007 ff00");
        told.answers("0002 0000 0006 03 05 0007 0000");

        assertThat(told.lines())
                .containsExactly(
                        "request write_single_register unit 3 holding_register 5",
                        "point server unit 3 holding_register 5 u16 write = 11",
                        "response write_single_register unit 3 holding_register 5 +1ms",
                        "request write_single_coil unit 3 coil 7",
                        "point server unit 3 coil 7 bool write = 1",
                        "response write_single_coil unit 3 coil 7 +1ms",
                        "violation echo_mismatch 7");
    }

    @Test
    void manyAreWrittenAtOnce() {
        told.asks("0001 0000 0008 03 0f 0014 0003 01 05");
        told.answers("0001 0000 0006 03 0f 0014 0003");
        told.asks("0002 0000 000b 03 10 0000 0002 04 0001 0002");

        assertThat(told.lines())
                .containsExactly(
                        "request write_multiple_coils unit 3 coil 20-22",
                        "point server unit 3 coil 20 bool write = 1",
                        "point server unit 3 coil 21 bool write = 0",
                        "point server unit 3 coil 22 bool write = 1",
                        "response write_multiple_coils unit 3 coil 20-22 +1ms",
                        "request write_multiple_registers unit 3 holding_register 0-1",
                        "point server unit 3 holding_register 0 u16 write = 1",
                        "point server unit 3 holding_register 1 u16 write = 2");
    }

    @Test
    void readingWhileWritingIsTwoOperations() {
        told.asks("0001 0000 000d 03 17 0064 0001 0032 0001 02 0007");
        told.answers("0001 0000 0005 03 17 02 0008");

        assertThat(told.lines())
                .containsExactly(
                        "request read_while_writing unit 3 holding_register 100",
                        "request read_write_multiple_registers unit 3 holding_register 50",
                        "point server unit 3 holding_register 50 u16 write = 7",
                        "response read_write_multiple_registers unit 3 holding_register 50 +1ms",
                        "response read_while_writing unit 3 holding_register 100 +1ms",
                        "point server unit 3 holding_register 100 u16 read = 8");
    }

    @Test
    void aRefusalNamesItsReason() {
        told.asks("0001 0000 0006 03 03 ffff 0001");
        told.answers("0001 0000 0003 03 83 02");
        told.asks("0002 0000 0002 03 07");
        told.answers("0002 0000 0003 03 87 63");

        assertThat(told.lines())
                .containsExactly(
                        "request read_holding_registers unit 3 holding_register 65535",
                        "response read_holding_registers unit 3 holding_register 65535"
                                + " refused 2 illegal_data_address +1ms",
                        "request read_exception_status unit 3",
                        "response read_exception_status unit 3 refused 99 +1ms",
                        "violation unknown_exception 99");
    }

    @Test
    void acknowledgeIsNoRefusal() {
        told.asks("0001 0000 0002 03 7e");
        told.answers("0001 0000 0003 03 fe 05");

        assertThat(told.lines())
                .containsExactly("request program_984 unit 3", "response program_984 unit 3 (acknowledge) +1ms");
    }

    /** Implementation Guide V1.0b: 255, or 0, addresses the device that owns the address. */
    @Test
    void units0And255AreTheDeviceItselfAndAWriteToUnit0IsMarked() {
        told.asks("0001 0000 0006 ff 06 0005 000b");
        told.asks("0002 0000 0006 00 06 0005 000b");

        assertThat(told.lines())
                .containsExactly(
                        "request write_single_register holding_register 5",
                        "point server holding_register 5 u16 write = 11",
                        "request write_single_register holding_register 5 (unit_0)",
                        "point server holding_register 5 u16 write = 11");
    }

    @Test
    void diagnosticsThatStopADeviceFromListeningAreControl() {
        told.asks("0000 0000 0006 0a 08 0004 0000");
        told.asks("0001 0000 0006 0a 08 0001 ff00");
        told.answers("0001 0000 0006 0a 08 0001 ff00");

        assertThat(told.lines())
                .containsExactly(
                        "request force_listen_only unit 10",
                        "request restart_communications unit 10 (clear_log)",
                        "response restart_communications unit 10 +1ms");
        assertThat(ModbusSubfunction.FORCE_LISTEN_ONLY.verb()).isEqualTo(Verb.CONTROL);
        assertThat(ModbusSubfunction.RESTART_COMMUNICATIONS.verb()).isEqualTo(Verb.CONTROL);
        assertThat(told.facts()).contains("modbus fc.request=8", "modbus diag=4", "modbus diag=1", "modbus unit=10");
    }

    @Test
    void aDeviceIdentifiesItself() {
        told.asks("0001 0000 0005 02 2b 0e 01 00");
        told.answers("""
                0001 0000 001e 02 2b 0e 01 81 00 00 03
                00 09 5363686e6569646572 # Schneider
                01 04 4d333430           # M340
                02 03 332e31             # 3.1""");

        assertThat(told.lines())
                .containsExactly(
                        "request read_device_identification unit 2 identification_object 0 (basic)",
                        "response read_device_identification unit 2 identification_object 0 +1ms",
                        "identity server unit 2 vendor = Schneider",
                        "identity server unit 2 order_number = M340",
                        "identity server unit 2 firmware = 3.1");
    }

    @Test
    void aServerIdHoldsARunIndicatorAndAText() {
        told.asks("0000 0000 0002 0a 11");
        told.answers("0000 0000 000b 0a 11 08 00 ff 4d6f6465 6c31");

        assertThat(told.lines())
                .containsExactly(
                        "request report_server_id unit 10",
                        "response report_server_id unit 10 +1ms",
                        "identity server unit 10 mode = run",
                        "identity server unit 10 description = Model1");
    }

    @Test
    void aServerIdMayBeATextWithTheRunIndicatorBehindIt() {
        told.answers("0000 0000 000b 01 11 08 544d32 323143 32 ff # TM221C2");
        told.answers("0000 0000 000a 01 11 07 544d32 323143 00 # stopped, or the end of the text");
        told.answers("0000 0000 0006 01 11 03 41 42 ff # too short for a text");

        assertThat(told.lines())
                .containsExactly(
                        "response report_server_id unit 1",
                        "identity server unit 1 mode = run",
                        "identity server unit 1 description = TM221C2",
                        "response report_server_id unit 1",
                        "identity server unit 1 description = TM221C",
                        "response report_server_id unit 1");
    }

    @Test
    void recordsOfFilesMove() {
        told.asks("0001 0000 000a 01 14 07 06 0004 0001 0002");
        told.answers("0001 0000 0009 01 14 06 05 06 0dfe 0020");
        told.asks("0002 0000 000e 01 15 0b 06 0003 0009 0002 06af 04be");
        told.answers("0002 0000 000e 01 15 0b 06 0003 0009 0002 06af 04be");

        assertThat(told.lines())
                .containsExactly(
                        "request read_file_record unit 1 file 4 1-2",
                        "response read_file_record unit 1 file 4 1-2 +1ms",
                        "transfer server unit 1 file file 4 out_of_device started 0",
                        "transfer server unit 1 file file 4 out_of_device moving 4",
                        "request write_file_record unit 1 file 3 9-10",
                        "response write_file_record unit 1 file 3 9-10 +1ms",
                        "transfer server unit 1 file file 3 into_device started 0",
                        "transfer server unit 1 file file 3 into_device moving 4");
    }

    @Test
    void theSmallFunctionsAreReadToo() {
        told.asks("0001 0000 0008 01 16 0004 00f2 0025").answers("0001 0000 0008 01 16 0004 00f2 0025");
        told.asks("0002 0000 0004 01 18 04de").answers("0002 0000 000a 01 18 0006 0002 01b8 1284");
        told.asks("0003 0000 0002 01 0b").answers("0003 0000 0006 01 0b ffff 0108");
        told.asks("0004 0000 0002 01 0c").answers("0004 0000 000b 01 0c 08 0000 0108 0121 2000");

        assertThat(told.lines())
                .containsExactly(
                        "request mask_write_register unit 1 holding_register 4",
                        "response mask_write_register unit 1 holding_register 4 +1ms",
                        "request read_fifo_queue unit 1 fifo_queue 1246",
                        "response read_fifo_queue unit 1 fifo_queue 1246 +1ms",
                        "request get_comm_event_counter unit 1",
                        "response get_comm_event_counter unit 1 +1ms",
                        "request get_comm_event_log unit 1",
                        "response get_comm_event_log unit 1 +1ms");
    }

    @Test
    void whatBreaksTheRulesIsNamed() {
        told.asks("0001 0000 0006 01 1d 0000 0000"); // function 29
        told.asks("0002 0000 0002 01 41"); // 65 is for users
        told.asks("0003 0000 0006 01 03 0000 007e"); // 126 registers
        told.asks("0004 0000 0006 01 03 ffff 0002");
        told.asks("0005 0000 0009 01 10 0000 0002 02 0001"); // 2 octets for 2 registers
        told.asks("0006 0000 0007 01 03 0000 0001 00");
        told.asks("0007 0001 0006 01 03 0000 0001");
        told.asks("0008 0000 0003 01 83 02");
        told.answers("0009 0000 0005 01 03 02 0001"); // joined late: it may have been asked for before
        told.answers("0002 0000 0002 01 41"); // met
        told.answers("0009 0000 0005 01 03 02 0001");

        assertThat(told.lines().stream().filter(line -> line.startsWith("violation")))
                .containsExactly(
                        "violation unknown_function 29",
                        "violation bad_quantity 126",
                        "violation bad_address 65537",
                        "violation byte_count_mismatch 2",
                        "violation length_mismatch 1",
                        "violation protocol_id 1",
                        "violation refusal_from_client 3",
                        "violation unsolicited_response 3");
    }

    @Test
    void anAnswerOfAnotherLengthThanAskedForTellsNoValues() {
        told.asks("0001 0000 0006 03 03 0064 0002");
        told.answers("0001 0000 0005 03 03 02 0009");

        assertThat(told.lines())
                .containsExactly(
                        "request read_holding_registers unit 3 holding_register 100-101",
                        "response read_holding_registers unit 3 holding_register 100-101 +1ms",
                        "violation byte_count_mismatch 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001 0000 0006 03 03 0064 0002",
                "0001 0000 000b 03 10 0000 0002 04 0001 0002",
                "0001 0000 000d 03 17 0064 0001 0032 0001 02 0007",
                "0001 0000 0005 02 2b 0e 01 00",
                "0001 0000 000a 01 14 07 06 0004 0001 0002",
                "0001 0000 0006 0a 08 0004 0000"
            })
    void noPartOfAMessageTellsAnOperation(String whole) {
        byte[] bytes = Told.bytes(whole);
        for (int length = 0; length < bytes.length; length++) {
            String part = HexFormat.of().formatHex(bytes, 0, length);

            assertThat(told.asks(part).lines()).as(part).hasSize(1).allMatch(line -> line.startsWith("violation"));
        }
        for (int length = 8; length < bytes.length; length++) {
            byte[] shorter = java.util.Arrays.copyOf(bytes, length); // and with a header that agrees
            shorter[5] = (byte) (length - 6);
            String part = HexFormat.of().formatHex(shorter);

            assertThat(told.asks(part).lines()).as(part).noneMatch(line -> line.startsWith("request"));
        }
    }

    @Test
    void aMessageIsAsLongAsItsHeaderSays() {
        assertThat(told.frame("0001 0000 0006 03 03", Direction.TO_SERVER)).isEqualTo(12);
        assertThat(told.frame("0001 0000 0006 03", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
        assertThat(told.frame("0001 0000 0001 03 03", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("0001 0000 8804 03 03", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("0001 0010 0009 03 03", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("0001 0010 0006 03 03", Direction.TO_SERVER)).isEqualTo(12); // told as protocol_id
    }

    @Test
    void theFormTellsARequestFromAnAnswer() {
        Direction server = Direction.TO_SERVER;
        Direction client = Direction.TO_CLIENT;

        assertThat(told.direction("0001 0000 0006 03 03 0064 0002", client)).isEqualTo(server);
        assertThat(told.direction("0001 0000 0007 03 03 04 0009 ffff", server)).isEqualTo(client);
        assertThat(told.direction("0001 0000 0003 03 83 02", server)).isEqualTo(client);
        assertThat(told.direction("0001 0000 0006 03 e6 0000 0000", server)).isEqualTo(server); // no refusal
        assertThat(told.direction("0001 0000 0006 03 0f 0014 0003", server)).isEqualTo(client);
        assertThat(told.direction("0001 0000 0002 0a 11", client)).isEqualTo(server);
        assertThat(told.direction("0000 0000 0004 00 5a 00 02", client)).isEqualTo(server);
        assertThat(told.direction("0000 0000 0005 00 5a 00 fe 01", server)).isEqualTo(client);
        assertThat(told.direction("0001 0000 0006 03 06 0005 000b", client)).isEqualTo(client); // both look the same
    }

    @Test
    void itIsSureOnlyOfWhatAgreesWithItself() {
        assertThat(probe("0001 0000 0006 03 03 0064 0002")).isEqualTo(Likeness.SURE);
        assertThat(probe("0001 0000 0007 03 03 04 0009 ffff")).isEqualTo(Likeness.SURE);
        assertThat(probe("0001 0000 0003 03 83 02")).isEqualTo(Likeness.SURE);
        assertThat(probe("0001 0000 0006 03 03 0064 0002 0002 0000 0006 03 03 0064 0002"))
                .isEqualTo(Likeness.SURE);
        assertThat(probe("0001 0000 0006 01 1d 0000 0000")).isEqualTo(Likeness.MAYBE);
        assertThat(probe("0001 0000 0009 03 03 0064 0002 000000")).isEqualTo(Likeness.NO);
        assertThat(probe("0001 0000 0006 03")).isEqualTo(Likeness.MORE);
        assertThat(probe("0001 0000 0006 03 03 0064")).isEqualTo(Likeness.MORE);
        assertThat(probe("0001 0000 0006 03 03 0064 0002 0002 00")).isEqualTo(Likeness.SURE);
        assertThat(probe("0300 0016 11e0 0000 0001 00c0 010a")).isEqualTo(Likeness.NO); // ISO on TCP
        assertThat(probe("0000 0000 0000 0000 0000 0000")).isEqualTo(Likeness.NO);
    }

    @Test
    void everyServiceHasANameOfItsOwn() {
        List<String> labels = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(ModbusFunction.values()),
                        java.util.Arrays.stream(ModbusSubfunction.values()))
                .map(weir.model.Service::label)
                .toList();

        assertThat(labels).doesNotHaveDuplicates();
    }

    private static Likeness probe(String hex) {
        byte[] bytes = Told.bytes(hex);
        return new Modbus().probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.TCP);
    }
}
