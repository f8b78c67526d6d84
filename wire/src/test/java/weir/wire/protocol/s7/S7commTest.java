// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import weir.model.Sighting;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;
import weir.wire.SinkOptions;
import weir.wire.protocol.iso.IsoLine;

class S7commTest {

    // job 1: read DB5, INT, 2 from octet 10; and M4.3, a bit
    private static final String READ =
            "32 01 0000 0001 001a 0000 04 02 12 0a 10 05 0002 0005 84 000050 12 0a 10 01 0001 0000 83 000023";

    private final IsoLine line = new IsoLine();

    @Test
    void eachVariableIsAnOperationAndItsAnswerSaysWhich() {
        line.asks(READ);
        assertThat(line.s7comm())
                .containsExactly("request read_var DB5 10-11 (INT)", "request read_var M bit 3 4 (BIT)");
        // 32 bits: -1, 7; one bit, set
        line.answers("32 03 0000 0001 0002 000d 0000 04 02 ff 04 0020 ffff 0007 ff 03 0001 01");
        assertThat(line.s7comm())
                .containsExactly(
                        "response read_var DB5 10-11 (INT) +1ms",
                        "point server DB5 INT 10 INT read = -1",
                        "point server DB5 INT 12 INT read = 7",
                        "response read_var M bit 3 4 (BIT) +1ms",
                        "point server M bit 3 4 BIT read = 1");
    }

    @Test
    void oneVariableMayBeRefusedAndTheOtherNot() {
        line.asks(READ).lines();
        line.answers("32 03 0000 0001 0002 0009 0000 04 02 0a 00 0000 ff 03 0001 00");
        assertThat(line.s7comm())
                .containsExactly(
                        "response read_var DB5 10-11 (INT) refused 10 object_does_not_exist +1ms",
                        "response read_var M bit 3 4 (BIT) +1ms",
                        "point server M bit 3 4 BIT read = 0");
    }

    @Test
    void anErrorInTheHeaderRefusesAllVariables() {
        line.asks(READ).lines();
        line.answers("32 02 0000 0001 0000 0000 8104");
        assertThat(line.s7comm())
                .containsExactly(
                        "response read_var DB5 10-11 (INT) refused 33028 service_not_implemented +1ms",
                        "response read_var M bit 3 4 (BIT) refused 33028 service_not_implemented +1ms");
    }

    @Test
    void aWriteShowsItsValues() {
        // M0, BYTE, 4 octets: 20 a9 10 00; octets are counted in bits
        line.asks("32 01 0000 0002 000e 0008 05 01 12 0a 10 02 0004 0000 83 000000 00 04 0020 20a91000");
        line.answers("32 03 0000 0002 0002 0001 0000 05 01 05");
        assertThat(line.s7comm())
                .containsExactly(
                        "request write_var M 0-3 (BYTE)",
                        "point server M BYTE 0 BYTE write = 32",
                        "point server M BYTE 1 BYTE write = 169",
                        "point server M BYTE 2 BYTE write = 16",
                        "point server M BYTE 3 BYTE write = 0",
                        "response write_var M 0-3 (BYTE) refused 5 invalid_address +1ms");
    }

    @Test
    void otherWaysToNameAVariable() {
        // pieces of data blocks; symbolic; numerical control; timer 17; drive
        line.asks("32 01 0000 0003 0010 0000 04 01 12 0c b0 02 08 0001 0010 04 0002 0000");
        line.asks("32 01 0000 0004 0012 0000 04 01 12 0e b2 00 0000 0052 12345678 20000009");
        line.asks("32 01 0000 0005 000c 0000 04 01 12 08 82 41 0078 0001 7f 02");
        line.asks("32 01 0000 0006 000e 0000 04 01 12 0a 10 1d 0001 0000 1d 000011");
        line.asks("32 01 0000 0007 000e 0000 04 01 12 0a a2 00 0000 0001 0015 0003");
        assertThat(line.s7comm())
                .containsExactly(
                        "request read_var DB1 16-23 (BYTE)",
                        "request read_var DB2 0-3 (BYTE)",
                        "request read_var M 9 (symbolic)",
                        "request read_var nc 0x417f line 1 120-121",
                        "request read_var T 17 (TIMER)",
                        "request read_var drive index 3 21");
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
        assertThat(line.s7comm())
                .containsExactly(
                        "request request_download block DB1 (passive)",
                        "response request_download block DB1 (passive) +1ms",
                        "transfer server block DB1 into_device started 0",
                        "request download_block block DB1 (passive)",
                        "response download_block block DB1 (passive) +1ms",
                        "transfer server block DB1 into_device moving 2",
                        "request download_ended block DB1 (passive)",
                        "response download_ended block DB1 (passive) +1ms",
                        "transfer server block DB1 into_device complete 2");
    }

    @Test
    void anUploadIsNamedOnceAndNumberedAfterwards() {
        line.asks("32 01 0000 0001 0012 0000 1d 00 0000 00000000 09 5f30383030303031 41");
        line.answers("32 03 0000 0001 0010 0000 0000 1d 00 0100 00000007 07 30303030313132");
        line.asks("32 01 0000 0002 0008 0000 1e 00 0000 00000007");
        line.answers("32 03 0000 0002 0002 0007 0000 1e 00 0003 00fb 707001");
        line.asks("32 01 0000 0003 0008 0000 1f 00 0000 00000007");
        line.answers("32 03 0000 0003 0001 0000 0000 1f");
        assertThat(line.s7comm())
                .containsExactly(
                        "request start_upload block OB1 (active)",
                        "response start_upload block OB1 (active) +1ms",
                        "transfer server block OB1 out_of_device started 0",
                        "request upload block OB1",
                        "response upload block OB1 +1ms",
                        "transfer server block OB1 out_of_device moving 3",
                        "request end_upload block OB1",
                        "response end_upload block OB1 +1ms",
                        "transfer server block OB1 out_of_device complete 3");
    }

    @Test
    void programInvocationsSayWhatTheyDo() {
        line.asks("32 01 0000 0001 001a 0000 28 000000000000fd 000a 01 00 3041303030303150 05 5f494e5345");
        line.asks("32 01 0000 0002 0016 0000 28 000000000000fd 0002 4320 09 505f50524f4752414d");
        line.asks("32 01 0000 0003 0010 0000 29 0000000000 09 505f50524f4752414d");
        line.answers("32 03 0000 0003 0001 0000 8402 29");
        assertThat(line.s7comm())
                .containsExactly(
                        "request pi_service block DB1 (_INSE)",
                        "request pi_service C (P_PROGRAM)",
                        "request plc_stop (P_PROGRAM)",
                        "response plc_stop (P_PROGRAM) refused 33794 wrong_object_state +1ms");
    }

    @Test
    void whatAnInvocationDoesIsKnownByItsName() {
        assertThat(verb("P_PROGRAM")).isEqualTo(Verb.CONTROL);
        assertThat(verb("_DELE")).isEqualTo(Verb.PROGRAM);
        assertThat(verb("_N_F_DELE")).isEqualTo(Verb.FILE);
        assertThat(ProgramInvocation.of("_NONE")).isNull();
    }

    private static Verb verb(String name) {
        return Objects.requireNonNull(ProgramInvocation.of(name)).service().verb();
    }

    @Test
    void aStatusListInTwoPartsTellsWhoTheModuleIs() {
        String ask = "32 07 0000 0001 0008 0008 00 01 12 04 11 44 01 00 ff 09 0004 001c 0000";
        line.asks(ask).lines();
        String name = HexFormat.of().formatHex("Station 7".getBytes(StandardCharsets.US_ASCII));
        // records of 34 octets, two: 1 name of the station, 5 serial number; cut after the first record
        line.answers("32 07 0000 0001 000c 002e 00 01 12 08 12 84 01 03 d7 01 0000 ff 09 002a 001c 0000 0022 0002 0001 "
                + name + "00".repeat(23));
        line.asks("32 07 0000 0002 000c 0004 00 01 12 08 12 44 01 03 00 00 0000 0a 00 0000");
        line.answers("32 07 0000 0002 000c 0026 00 01 12 08 12 84 01 03 d7 00 0000 ff 09 0022 0005 53432d31"
                + "00".repeat(28));
        assertThat(line.s7comm())
                .containsExactly(
                        "response read_szl SZL 0x001c 0 +1ms",
                        "request read_szl SZL 0x001c 0 (next_part)",
                        "response read_szl SZL 0x001c 0 (next_part) +1ms",
                        "identity server name = Station 7",
                        "identity server serial = SC-1");
    }

    @Test
    void moduleIdentificationTellsOrderNumberAndVersions() {
        String order = HexFormat.of().formatHex("6ES7 315-2EH14-0AB0 ".getBytes(StandardCharsets.US_ASCII));
        line.answers("32 07 0000 0001 000c 0060 00 01 12 08 12 84 01 03 00 00 0000 ff 09 005c 0011 0000 001c 0003"
                + "0001" + order + "00c0 0003 0001" + "0006" + order + "00c0 0003 0001" + "0007" + "20".repeat(20)
                + "00c0 5603 0207");
        assertThat(line.s7comm())
                .containsExactly(
                        "response read_szl",
                        "identity server order_number = 6ES7 315-2EH14-0AB0",
                        "identity server hardware = 3",
                        "identity server firmware = V3.2.7");
    }

    @Test
    void passwordsAreOnlyKnownAsHashesOfThemselvesUndisguised() {
        byte[] plain = "abc".getBytes(StandardCharsets.US_ASCII);
        String hash = new Sink((at, what) -> {}, new Sighting(), SinkOptions.PLAIN)
                .hashed(new Cursor().wrap(plain, 0, plain.length), plain.length);
        line.asks("32 07 0000 0001 0008 000c 00 01 12 04 11 45 01 00 ff 09 0008 3437024277370242");
        line.answers("32 07 0000 0001 000c 0004 00 01 12 08 12 85 01 01 00 00 d602 0a 00 0000");
        assertThat(line.s7comm())
                .containsExactly(
                        "request password",
                        "response password refused 54786 wrong_password +1ms",
                        "login server user secret " + hash + " refused 54786 wrong_password");
    }

    @Test
    void aForcedValueIsNamedWithItsTarget() {
        // parameters of 20 octets; one variable, Q4.1, to 1
        line.asks("32 07 0000 0001 000c 002a 00 01 12 08 12 41 09 00 00 00 0000 ff 09 0026 0014 000e" + "00".repeat(20)
                + "0001 20 01 0000 0004 00 09 0001 01 00");
        assertThat(line.s7comm())
                .containsExactly("request force Q bit 1 4 (BIT)", "point server Q bit 1 4 BIT write = 1");
    }

    @Test
    void aSubscriptionGoesOnUnderItsNumber() {
        // every second: MW10; the controller calls the job 4
        line.asks("32 07 0000 0001 0008 0014 00 01 12 04 11 42 01 00 ff 09 0010"
                + " 0001 01 01 12 0a 10 04 0001 0000 83 000050");
        line.answers("32 07 0000 0001 000c 000c 00 01 12 08 12 82 01 04 00 00 0000 ff 09 0008 0001 ff 04 0010 0005");
        line.answers("32 07 0000 0000 000c 000c 00 01 12 08 12 02 01 04 00 00 0000 ff 09 0008 0001 ff 04 0010 0006");
        assertThat(line.s7comm())
                .containsExactly(
                        "request cyclic_transfer M 10 (WORD)",
                        "response cyclic_transfer M 10 (WORD) +1ms",
                        "point server M WORD 10 WORD reported = 5",
                        "notice cyclic_transfer M 10 (WORD)",
                        "point server M WORD 10 WORD reported = 6");
    }

    @Test
    void theControllerSaysThatItStopped() {
        line.answers("32 07 0000 0000 0008 0018 00 01 12 04 11 04 03 00 ff 09 0014 4304 ff 84 0000 0000 00000000"
                + "9401092153421521");
        line.answers("32 07 0000 0000 0008 0000 01 00 10 10 00 00 00 00");
        assertThat(line.s7comm())
                .containsExactly(
                        "notice diagnostic_message event 17156",
                        "notice mode_transition (STOP)",
                        "identity server mode = STOP");
    }

    @Test
    void answersWithoutTheirQuestionNameNoVariable() {
        line.answers("32 03 0000 0001 0002 0008 0000 04 01 ff 04 0020 ffff0007");
        line.answers("32 02 0000 0009 0000 0000 8104");
        assertThat(line.s7comm()).containsExactly("response read_var", "violation unasked_acknowledgement 9");
    }

    @Test
    void aLossIsNoReasonToPairWhatDoesNotBelongTogether() {
        line.asks(READ).lines();
        line.dialogue().lost(Direction.TO_SERVER);
        line.answers("32 03 0000 0001 0002 0008 0000 04 01 ff 04 0020 ffff0007");
        assertThat(line.s7comm()).containsExactly("response read_var");
    }

    @Test
    void brokenMessagesAreNamed() {
        line.asks("32 01 0000 0001 00ff 0000 04"); // longer than it is
        line.asks("32 01 0000 0001 000e 0000 04 01 12 0a 10 05 0002 0005 84 0000"); // cut in the address
        line.asks("32 01 0000 0001 000d 0000 04 01 12 0a 10 05 0002 0005 84 0000"); // an address that ends early
        line.asks("32 01 0000 0001 0001 0000 77"); // no such function
        line.asks("32 09 0000 0001 0001 0000 77"); // no such kind
        line.asks("32 07 0000 0001 0003 0000 000112"); // parameters too short
        assertThat(line.s7comm())
                .containsExactly(
                        "violation truncated 255",
                        "violation truncated 14",
                        "violation malformed_address 0",
                        "violation unknown_function 119",
                        "request function_0x77",
                        "violation not_s7comm 50",
                        "violation malformed_parameters 0");
    }

    @Test
    void directionIsToldByContent() {
        assertThat(line.direction(READ)).isEqualTo(Direction.TO_SERVER);
        assertThat(line.direction("32 03 0000 0001 0002 0001 0000 05 01 05")).isEqualTo(Direction.TO_CLIENT);
        assertThat(line.direction("32 07 0000 0001 0008 0000 00 01 12 04 11 44 01 00"))
                .isEqualTo(Direction.TO_SERVER);
        assertThat(line.direction("32 07 0000 0001 0008 0000 00 01 12 04 11 84 01 00"))
                .isEqualTo(Direction.TO_CLIENT);
        assertThat(line.direction("32 01 0000 0001 0001 0000 1b"))
                .as("controller fetches")
                .isEqualTo(Direction.TO_CLIENT);
        assertThat(line.direction("32 03 0000 0001 0001 0000 0000 1b")).isEqualTo(Direction.TO_SERVER);
    }
}
