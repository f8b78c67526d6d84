// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Verb;
import weir.wire.Told;

/** Messages by hand: Modbus header, function 5a, session, UMAS function, data. */
class UmasTest {

    private final Told told = new Told(new Modbus());

    /** As a Quantum controller was seen to answer. */
    @Test
    void aControllerTellsWhatItIs() {
        told.asks("0000 0000 0004 00 5a 00 02");
        told.answers("""
                0000 0000 0032 00 5a 00 fe
                10ff 5a010100 0000 # range, ident, model
                7002 0000 2700     # version 2.70, patch, internal version
                0900 08000000 0000 # hardware, crash code
                0e 3134302043505520333131203130
                01 0101 0000 00001100""");

        assertThat(told.lines())
                .containsExactly(
                        "umas: request read_id",
                        "umas: response read_id +1ms",
                        "umas: identity server vendor = Schneider Electric",
                        "umas: identity server model = 140 CPU 311 10",
                        "umas: identity server firmware = 2.70",
                        "umas: identity server hardware = 9");
    }

    @Test
    void theProjectHasAName() {
        told.asks("0003 0000 0005 00 5a 00 03 00");
        told.answers("""
                0003 0000 0033 00 5a 00 fe
                020500009888010000 020500009888010000
                020c3b0c0e01de07 020c3b0c0e01de07 # 2014-01-14 12:59:12
                08000000
                08 50726f6a65637400""");

        assertThat(told.lines()).contains("umas: identity server project = Project");
    }

    /** The name in the answer is not that of the controller: it is empty while nobody holds the reservation. */
    @Test
    void theControllerTellsWhoHoldsTheReservation() {
        told.asks("0001 0000 0005 00 5a 00 01 00").answers("0001 0000 0011 00 5a 00 fe fd00 0104 00003200 00000000 00");
        told.asks("0002 0000 0005 00 5a 00 01 00");
        told.answers("0002 0000 0015 00 5a 00 fe fd00 0104 00003200 434c0000 04 454e4731");

        assertThat(told.lines())
                .containsExactly(
                        "umas: request init_comm",
                        "umas: response init_comm +1ms",
                        "umas: request init_comm",
                        "umas: response init_comm ENG1 +1ms");
    }

    /** As a stopped Quantum controller was seen to answer. */
    @Test
    void theControllerTellsWhetherItRuns() {
        String info = "028280 06 b0d56f1b 37583d11 00000000 37583d11 37583d11 03000000"
                + "0000000000000000010000000000000000000000000000000000000001080400";
        told.asks("0005 0000 0004 00 5a 00 04").answers("0005 0000 0046 00 5a 00 fe" + info + "01 010000fa00");
        told.asks("0006 0000 0004 00 5a 00 04").answers("0006 0000 0046 00 5a 00 fe" + info + "02 010000fa00");

        assertThat(told.lines()).contains("umas: identity server mode = stop", "umas: identity server mode = run");
    }

    @Test
    void whoTakesTheReservationGivesANameAndLogsIn() {
        told.asks("0016 0000 000d 00 5a 00 10 434c0000 04 454e4731");
        told.answers("0016 0000 0005 00 5a 00 fe 01");

        assertThat(told.lines())
                .containsExactly(
                        "umas: request take_plc_reservation ENG1",
                        "umas: identity client name = ENG1",
                        "umas: response take_plc_reservation ENG1 +1ms",
                        "umas: login server user ENG1 secret");
    }

    @Test
    void aRefusedReservationIsAFailedLogin() {
        told.asks("0016 0000 000d 00 5a 00 10 434c0000 04 454e4731");
        told.answers("0016 0000 0006 00 5a 00 fd 83 80");

        assertThat(told.lines())
                .contains(
                        "umas: response take_plc_reservation ENG1 refused 131 +1ms",
                        "umas: login server user ENG1 secret refused 131");
    }

    @Test
    void aProgramIsCopiedOutOfTheController() {
        told.asks("0001 0000 0008 01 5a 01 33 0001 fb00").answers("0001 0000 000a 01 5a 01 fe 0001 37300000");
        told.asks("0002 0000 0008 01 5a 01 34 0001 0100").answers("0002 0000 000c 01 5a 01 fe 00 00 0400 41505800");
        told.asks("0003 0000 0008 01 5a 01 35 0001 0100").answers("0003 0000 0004 01 5a 01 fe");

        assertThat(told.lines())
                .containsExactly(
                        "umas: request initialize_download unit 1",
                        "umas: response initialize_download unit 1 +1ms",
                        "umas: transfer server unit 1 program out_of_device started 0",
                        "umas: request download_block unit 1 program_block 1",
                        "umas: response download_block unit 1 program_block 1 +1ms",
                        "umas: transfer server unit 1 program out_of_device moving 4",
                        "umas: request end_download unit 1",
                        "umas: response end_download unit 1 +1ms",
                        "umas: transfer server unit 1 program out_of_device complete 4");
    }

    @Test
    void aProgramIsPutIntoTheControllerUntilItRefuses() {
        told.asks("0001 0000 0006 00 5a 01 30 0001").answers("0001 0000 0004 00 5a 01 fe");
        told.asks("0002 0000 000e 00 5a 01 31 0001 0100 0400 41505800").answers("0002 0000 0004 00 5a 01 fe");
        told.asks("0003 0000 000e 00 5a 01 31 0001 0200 0400 41505800").answers("0003 0000 0005 00 5a 01 fd 81");

        assertThat(told.lines().stream().filter(line -> line.contains("transfer")))
                .containsExactly(
                        "umas: transfer server program into_device started 0",
                        "umas: transfer server program into_device moving 4",
                        "umas: transfer server program into_device broken 8");
    }

    @Test
    void stoppingAControllerIsControlAndItsAnswerTellsTheMode() {
        told.asks("0001 0000 0006 00 5a 01 41 ff00").answers("0001 0000 0004 00 5a 01 fe");
        told.asks("0002 0000 0006 00 5a 01 40 ff00").answers("0002 0000 0003 00 da 01");

        assertThat(told.lines())
                .containsExactly(
                        "umas: request stop_plc",
                        "umas: response stop_plc +1ms",
                        "umas: identity server mode = stop",
                        "umas: request start_plc",
                        "umas: response start_plc refused 1 illegal_function +1ms");
        assertThat(UmasFunction.STOP_PLC.verb()).isEqualTo(Verb.CONTROL);
    }

    @Test
    void variablesAreReadByTheirPlace() {
        told.asks("""
                0001 0000 0017 00 5a 00 22 01020304 02
                02 2b00 01 0000 10      # a word in block 43 at 16
                01 2b00 01 0100 02      # an octet at 3: base 1 and 2""");
        told.answers("0001 0000 0007 00 5a 00 fe 3412 ff");

        assertThat(told.lines())
                .containsExactly(
                        "umas: request read_variables variable",
                        "umas: response read_variables variable +1ms",
                        "umas: point server block 43 16 u16 read = 4660",
                        "umas: point server block 43 3 u8 read = 255");
    }

    @Test
    void aVariableIsWritten() {
        told.asks("0001 0000 0012 00 5a 01 23 01020304 01 02 2b00 0000 1000 3412");

        assertThat(told.lines())
                .containsExactly(
                        "umas: request write_variables block 43 16", "umas: point server block 43 16 u16 write = 4660");
    }

    @Test
    void whatIsUnknownOrCutIsNamed() {
        told.asks("0001 0000 0004 00 5a 00 99");
        told.asks("0002 0000 0006 00 5a 00 20 0013");
        told.answers("0003 0000 0004 00 5a 00 fe");
        told.answers("0004 0000 0004 00 5a 00 07");

        assertThat(told.lines())
                .containsExactly(
                        "umas: violation unknown_function 153",
                        "umas: request function_153",
                        "umas: violation truncated 90",
                        "umas: response answer",
                        "umas: violation bad_status 7");
    }
}
