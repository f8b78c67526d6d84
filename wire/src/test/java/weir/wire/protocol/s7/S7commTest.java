// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.protocol.iso.Overheard;

class S7commTest {

    // job 1: read DB5, INT, 2 from octet 10; and M4.3, a bit
    private static final String READ =
            "32 01 0000 0001 001a 0000 04 02 12 0a 10 05 0002 0005 84 000050 12 0a 10 01 0001 0000 83 000023";

    private final Overheard line = new Overheard();

    @Test
    void eachVariableIsAnOperationAndItsAnswerSaysWhich() {
        line.asks(READ);
        assertThat(line.heard())
                .containsExactly("REQUEST read_var READ DB5 10-11 INT", "REQUEST read_var READ M bit 3 4 BIT");
        // 32 bits: -1, 7; one bit, set
        line.answers("32 03 0000 0001 0002 000d 0000 04 02 ff 04 0020 ffff 0007 ff 03 0001 01");
        assertThat(line.heard())
                .containsExactly(
                        "RESPONSE read_var READ DB5 10-11 INT",
                        "READ DB5 10 INT -1.0",
                        "READ DB5 12 INT 7.0",
                        "RESPONSE read_var READ M bit 3 4 BIT",
                        "READ M bit 3 4 BIT 1.0");
    }

    @Test
    void oneVariableMayBeRefusedAndTheOtherNot() {
        line.asks(READ).heard();
        line.answers("32 03 0000 0001 0002 0009 0000 04 02 0a 00 0000 ff 03 0001 00");
        assertThat(line.heard())
                .containsExactly(
                        "RESPONSE read_var READ DB5 10-11 INT refused object_does_not_exist",
                        "RESPONSE read_var READ M bit 3 4 BIT",
                        "READ M bit 3 4 BIT 0.0");
    }

    @Test
    void anErrorInTheHeaderRefusesAllVariables() {
        line.asks(READ).heard();
        line.answers("32 02 0000 0001 0000 0000 8104");
        assertThat(line.heard())
                .containsExactly(
                        "RESPONSE read_var READ DB5 10-11 INT refused service_not_implemented",
                        "RESPONSE read_var READ M bit 3 4 BIT refused service_not_implemented");
    }

    @Test
    void aWriteShowsItsValues() {
        // M0, BYTE, 4 octets: 20 a9 10 00; octets are counted in bits
        line.asks("32 01 0000 0002 000e 0008 05 01 12 0a 10 02 0004 0000 83 000000 00 04 0020 20a91000");
        line.answers("32 03 0000 0002 0002 0001 0000 05 01 05");
        assertThat(line.heard())
                .containsExactly(
                        "REQUEST write_var WRITE M 0-3 BYTE",
                        "WRITE M 0 BYTE 32.0",
                        "WRITE M 1 BYTE 169.0",
                        "WRITE M 2 BYTE 16.0",
                        "WRITE M 3 BYTE 0.0",
                        "RESPONSE write_var WRITE M 0-3 BYTE refused invalid_address");
    }

    @Test
    void otherWaysToNameAVariable() {
        // pieces of data blocks; symbolic; numerical control; timer 17; drive
        line.asks("32 01 0000 0003 0010 0000 04 01 12 0c b0 02 08 0001 0010 04 0002 0000");
        line.asks("32 01 0000 0004 0012 0000 04 01 12 0e b2 00 0000 0052 12345678 20000009");
        line.asks("32 01 0000 0005 000c 0000 04 01 12 08 82 41 0078 0001 7f 02");
        line.asks("32 01 0000 0006 000e 0000 04 01 12 0a 10 1d 0001 0000 1d 000011");
        line.asks("32 01 0000 0007 000e 0000 04 01 12 0a a2 00 0000 0001 0015 0003");
        assertThat(line.heard())
                .containsExactly(
                        "REQUEST read_var READ DB1 16-23 BYTE",
                        "REQUEST read_var READ DB2 0-3 BYTE",
                        "REQUEST read_var READ M 9 symbolic",
                        "REQUEST read_var READ nc 0x417f line 1 120-121",
                        "REQUEST read_var READ T 17 TIMER",
                        "REQUEST read_var READ drive index 3 21");
    }

    @Test
    void aDownloadIsFetchedByTheControllerBlockByBlock() {
        line.asks(
                "32 01 0000 0e00 0020 0000 1a 00 0100 00000000 09 5f30413030303031 50 0d 31 303030353030 303030303034");
        line.answers("32 03 0000 0e00 0001 0000 0000 1a");
        line.answers("32 01 0000 0001 0012 0000 1b 00 0000 00000000 09 5f30413030303031 50");
        line.asks("32 03 0000 0001 0002 0006 0000 1b 00 0002 00fb 7070");
        line.answers("32 01 0000 0007 0012 0000 1c 00 0000 00000000 09 5f30413030303031 50");
        line.asks("32 03 0000 0007 0001 0000 0000 1c");
        assertThat(line.heard())
                .containsExactly(
                        "REQUEST request_download PROGRAM block DB1 passive",
                        "RESPONSE request_download PROGRAM block DB1 passive",
                        "DB1 INTO_DEVICE STARTED 500",
                        "REQUEST download_block PROGRAM block DB1 passive",
                        "RESPONSE download_block PROGRAM block DB1 passive",
                        "DB1 INTO_DEVICE MOVING 2",
                        "REQUEST download_ended PROGRAM block DB1 passive",
                        "RESPONSE download_ended PROGRAM block DB1 passive",
                        "DB1 INTO_DEVICE COMPLETE 2");
    }

    @Test
    void anUploadIsNamedOnceAndNumberedAfterwards() {
        line.asks("32 01 0000 0001 0012 0000 1d 00 0000 00000000 09 5f30383030303031 41");
        line.answers("32 03 0000 0001 0010 0000 0000 1d 00 0100 00000007 07 30303030313132");
        line.asks("32 01 0000 0002 0008 0000 1e 00 0000 00000007");
        line.answers("32 03 0000 0002 0002 0007 0000 1e 00 0003 00fb 707001");
        line.asks("32 01 0000 0003 0008 0000 1f 00 0000 00000007");
        line.answers("32 03 0000 0003 0001 0000 0000 1f");
        assertThat(line.heard())
                .contains(
                        "REQUEST start_upload PROGRAM block OB1 active",
                        "OB1 OUT_OF_DEVICE STARTED 112",
                        "REQUEST upload PROGRAM block OB1",
                        "OB1 OUT_OF_DEVICE MOVING 3",
                        "OB1 OUT_OF_DEVICE COMPLETE 3");
    }

    @Test
    void programInvocationsSayWhatTheyDo() {
        line.asks("32 01 0000 0001 001a 0000 28 000000000000fd 000a 01 00 3041303030303150 05 5f494e5345");
        line.asks("32 01 0000 0002 0016 0000 28 000000000000fd 0002 4320 09 505f50524f4752414d");
        line.asks("32 01 0000 0003 0010 0000 29 0000000000 09 505f50524f4752414d");
        line.answers("32 03 0000 0003 0001 0000 8402 29");
        assertThat(line.heard())
                .containsExactly(
                        "REQUEST pi_service PROGRAM block DB1 _INSE",
                        "REQUEST pi_service CONTROL C P_PROGRAM",
                        "REQUEST plc_stop CONTROL P_PROGRAM",
                        "RESPONSE plc_stop CONTROL P_PROGRAM refused wrong_object_state");
    }

    @Test
    void aStatusListInTwoPartsTellsWhoTheModuleIs() {
        String ask = "32 07 0000 0001 0008 0008 00 01 12 04 11 44 01 00 ff 09 0004 001c 0000";
        line.asks(ask).heard();
        String name = HexFormat.of().formatHex("Station 7".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        // records of 34 octets, two: 1 name of the station, 5 serial number; cut after the first record
        line.answers("32 07 0000 0001 000c 002e 00 01 12 08 12 84 01 03 d7 01 0000 ff 09 002a 001c 0000 0022 0002 0001 "
                + name + "00".repeat(23));
        line.asks("32 07 0000 0002 000c 0004 00 01 12 08 12 44 01 03 00 00 0000 0a 00 0000");
        line.answers("32 07 0000 0002 000c 0026 00 01 12 08 12 84 01 03 d7 00 0000 ff 09 0022 0005 53432d31"
                + "00".repeat(28));
        assertThat(line.heard())
                .containsExactly(
                        "RESPONSE read_szl IDENTIFY SZL 0x001c 0",
                        "REQUEST read_szl IDENTIFY SZL 0x001c 0 next_part",
                        "RESPONSE read_szl IDENTIFY SZL 0x001c 0 next_part",
                        "name Station 7",
                        "serial SC-1");
    }

    @Test
    void moduleIdentificationTellsOrderNumberAndVersions() {
        String order =
                HexFormat.of().formatHex("6ES7 315-2EH14-0AB0 ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        line.answers("32 07 0000 0001 000c 0060 00 01 12 08 12 84 01 03 00 00 0000 ff 09 005c 0011 0000 001c 0003"
                + "0001" + order + "00c0 0003 0001" + "0006" + order + "00c0 0003 0001" + "0007" + "20".repeat(20)
                + "00c0 5603 0207");
        assertThat(line.heard())
                .containsExactly(
                        "RESPONSE read_szl IDENTIFY",
                        "order_number 6ES7 315-2EH14-0AB0",
                        "hardware 3",
                        "firmware V3.2.7");
    }

    @Test
    void passwordsAreOnlyKnownAsHashes() {
        line.asks("32 07 0000 0001 0008 000c 00 01 12 04 11 45 01 00 ff 09 0008 2426333f19220e19");
        line.answers("32 07 0000 0001 000c 0004 00 01 12 08 12 85 01 01 00 00 d602 0a 00 0000");
        assertThat(line.heard())
                .containsExactly(
                        "REQUEST password AUTHENTICATE",
                        "RESPONSE password AUTHENTICATE refused wrong_password",
                        "login secret REFUSED");
    }

    @Test
    void aForcedValueIsNamedWithItsTarget() {
        // parameters of 20 octets; one variable, Q4.1, to 1
        line.asks("32 07 0000 0001 000c 002a 00 01 12 08 12 41 09 00 00 00 0000 ff 09 0026 0014 000e" + "00".repeat(20)
                + "0001 20 01 0000 0004 00 09 0001 01 00");
        assertThat(line.heard()).containsExactly("REQUEST force CONTROL Q bit 1 4 BIT", "WRITE Q bit 1 4 BIT 1.0");
    }

    @Test
    void aSubscriptionGoesOnUnderItsNumber() {
        // every second: MW10; the controller calls the job 4
        line.asks(
                "32 07 0000 0001 0008 0014 00 01 12 04 11 42 01 00 ff 09 0010 0001 01 01 12 0a 10 04 0001 0000 83 000050");
        line.answers("32 07 0000 0001 000c 000c 00 01 12 08 12 82 01 04 00 00 0000 ff 09 0008 0001 ff 04 0010 0005");
        line.answers("32 07 0000 0000 000c 000c 00 01 12 08 12 02 01 04 00 00 0000 ff 09 0008 0001 ff 04 0010 0006");
        assertThat(line.heard())
                .containsExactly(
                        "REQUEST cyclic_transfer SUBSCRIBE M 10 WORD",
                        "RESPONSE cyclic_transfer SUBSCRIBE M 10 WORD",
                        "REPORTED M 10 WORD 5.0",
                        "NOTICE cyclic_transfer SUBSCRIBE M 10 WORD",
                        "REPORTED M 10 WORD 6.0");
    }

    @Test
    void theControllerSaysThatItStopped() {
        line.answers("32 07 0000 0000 0008 0018 00 01 12 04 11 04 03 00 ff 09 0014 4304 ff 84 0000 0000 00000000"
                + "9401092153421521");
        line.answers("32 07 0000 0000 0008 0000 01 00 10 10 00 00 00 00");
        assertThat(line.heard())
                .containsExactly(
                        "NOTICE diagnostic_message DIAGNOSE event 17156",
                        "NOTICE mode_transition DIAGNOSE STOP",
                        "mode STOP");
    }

    @Test
    void answersWithoutTheirQuestionNameNoVariable() {
        line.answers("32 03 0000 0001 0002 0008 0000 04 01 ff 04 0020 ffff0007");
        line.answers("32 02 0000 0009 0000 0000 8104");
        assertThat(line.heard()).containsExactly("RESPONSE read_var READ", "violation unasked_acknowledgement");
    }

    @Test
    void aLossIsNoReasonToPairWhatDoesNotBelongTogether() {
        line.asks(READ).heard();
        line.dialogue.lost(Direction.TO_SERVER);
        line.answers("32 03 0000 0001 0002 0008 0000 04 01 ff 04 0020 ffff0007");
        assertThat(line.heard()).containsExactly("RESPONSE read_var READ");
    }

    @Test
    void brokenMessagesAreNamed() {
        line.asks("32 01 0000 0001 00ff 0000 04"); // longer than it is
        line.asks("32 01 0000 0001 000e 0000 04 01 12 0a 10 05 0002 0005 84 0000"); // cut in the address
        line.asks("32 01 0000 0001 000d 0000 04 01 12 0a 10 05 0002 0005 84 0000"); // an address that ends early
        line.asks("32 01 0000 0001 0001 0000 77"); // no such function
        line.asks("32 09 0000 0001 0001 0000 77"); // no such kind
        line.asks("32 07 0000 0001 0003 0000 000112"); // parameters too short
        assertThat(line.heard())
                .containsExactly(
                        "violation truncated",
                        "violation truncated",
                        "violation malformed_address",
                        "violation unknown_function",
                        "REQUEST function_0x77 OTHER",
                        "violation not_s7comm",
                        "violation malformed_parameters");
    }

    @Test
    void directionIsToldByContent() {
        assertThat(direction(READ)).isEqualTo(Direction.TO_SERVER);
        assertThat(direction("32 03 0000 0001 0002 0001 0000 05 01 05")).isEqualTo(Direction.TO_CLIENT);
        assertThat(direction("32 07 0000 0001 0008 0000 00 01 12 04 11 44 01 00"))
                .isEqualTo(Direction.TO_SERVER);
        assertThat(direction("32 07 0000 0001 0008 0000 00 01 12 04 11 84 01 00"))
                .isEqualTo(Direction.TO_CLIENT);
        assertThat(direction("32 01 0000 0001 0001 0000 1b"))
                .as("controller fetches")
                .isEqualTo(Direction.TO_CLIENT);
        assertThat(direction("32 03 0000 0001 0001 0000 0000 1b")).isEqualTo(Direction.TO_SERVER);
    }

    private Direction direction(String digits) {
        byte[] bytes = Overheard.bytes(Overheard.data(digits));
        return line.dialogue.direction(new Cursor().wrap(bytes, 0, bytes.length), Direction.TO_SERVER);
    }
}
