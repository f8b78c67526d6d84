// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.protocol.iec104.Iec104;

/** IEC 60870-5-104 as it stands on the wire. */
final class Iec104Test {

    private final TelecontrolLine line = new TelecontrolLine(new Iec104());

    /** An I format around an ASDU, both numbers 0. */
    private static String numbered(String asdu) {
        byte[] bytes = TelecontrolLine.bytes(asdu);
        return "68%02x00000000".formatted(4 + bytes.length) + HexFormat.of().formatHex(bytes);
    }

    @Test
    void tellsStartStopTestAndAcknowledgement() {
        line.toServer("68 04 07 00 00 00");
        line.toClient("68 04 0b 00 00 00");
        line.toClient("68 04 43 00 00 00");
        line.toServer("68 04 83 00 00 00 68 04 01 00 0a 00");
        line.toServer("68 04 13 00 00 00");
        assertThat(line.told)
                .containsExactly(
                        "REQUEST startdt []",
                        "RESPONSE startdt [] done after 1",
                        "REQUEST testfr []",
                        "RESPONSE testfr [] done after 1",
                        "NOTICE acknowledge []",
                        "REQUEST stopdt []");
    }

    @Test
    void followsASelectAndItsExecution() {
        // C_SC_NA_1, station 12, object 1000: select on, then execute on, confirmed and ended
        line.toServer(numbered("2d 01 06 00 0c00 e80300 81"));
        line.toClient(numbered("2d 01 07 00 0c00 e80300 81"));
        line.toServer(numbered("2d 01 06 00 0c00 e80300 01"));
        line.toClient(numbered("2d 01 07 00 0c00 e80300 01"));
        line.toClient(numbered("2d 01 0a 00 0c00 e80300 01"));
        assertThat(line.told)
                .containsExactly(
                        "REQUEST c_sc_na_1 [ca 12] ioa 1000 activation select",
                        "RESPONSE c_sc_na_1 [ca 12] ioa 1000 activation_confirmation select done after 1",
                        "REQUEST c_sc_na_1 [ca 12] ioa 1000 activation execute",
                        "WRITE ca 12 ioa 1000 sco = 1 q0",
                        "RESPONSE c_sc_na_1 [ca 12] ioa 1000 activation_confirmation execute done after 1",
                        "RESPONSE c_sc_na_1 [ca 12] ioa 1000 activation_termination execute done after 2");
    }

    @Test
    void refusalsSayWhy() {
        // negative confirmation of a double command; unknown object address for a setpoint
        line.toServer(numbered("2e 01 06 03 0c00 010000 02"));
        line.toClient(numbered("2e 01 47 03 0c00 010000 02"));
        line.toServer(numbered("32 01 06 00 0c00 020000 00002041 00"));
        line.toClient(numbered("32 01 6f 00 0c00 020000 00002041 00"));
        assertThat(line.told)
                .filteredOn(t -> !t.startsWith("WRITE"))
                .containsExactly(
                        "REQUEST c_dc_na_1 [ca 12] ioa 1 activation execute",
                        "RESPONSE c_dc_na_1 [ca 12] ioa 1 activation_confirmation execute refused 7 negative after 1",
                        "REQUEST c_se_nc_1 [ca 12] ioa 2 activation execute",
                        "RESPONSE c_se_nc_1 [ca 12] ioa 2 unknown_object_address execute refused 47"
                                + " unknown_object_address after 1");
    }

    @Test
    void tellsAnInterrogationByWhatIsAskedFor() {
        line.toServer(numbered("64 01 06 00 0c00 000000 14"));
        line.toServer(numbered("64 01 06 00 0c00 000000 16"));
        line.toServer(numbered("65 01 06 00 0c00 000000 45"));
        line.toServer(numbered("69 01 06 00 0c00 000000 01"));
        line.toServer(numbered("67 01 06 00 ffff 000000 00000000000000"));
        assertThat(line.told)
                .containsExactly(
                        "REQUEST c_ic_na_1 [ca 12] station activation",
                        "REQUEST c_ic_na_1 [ca 12] group 2 activation",
                        "REQUEST c_ci_na_1 [ca 12] counters activation freeze",
                        "REQUEST c_rp_na_1 [ca 12] process activation",
                        "REQUEST c_cs_na_1 [ca 65535] activation");
    }

    @Test
    void readsASequenceAndScatteredObjects() {
        // M_SP_NA_1, SQ 1, three from 100; M_ME_NB_1, SQ 0, objects 7 and 9, the second invalid
        line.toClient(numbered("01 83 14 00 0c00 640000 00 01 11"));
        line.toClient(numbered("0b 02 03 00 0c00 070000 e803 00 090000 18fc 80"));
        assertThat(line.told)
                .containsExactly(
                        "NOTICE m_sp_na_1 [ca 12] ioa 100-102 interrogated_station",
                        "REPORTED ca 12 ioa 100 siq = 0 q0",
                        "REPORTED ca 12 ioa 101 siq = 1 q0",
                        "REPORTED ca 12 ioa 102 siq = 1 q16",
                        "NOTICE m_me_nb_1 [ca 12] ioa spontaneous",
                        "REPORTED ca 12 ioa 7 sva = 1000 q0",
                        "REPORTED ca 12 ioa 9 sva = -1000 q128");
    }

    @Test
    void readsEachKindOfValue() {
        line.toClient(numbered("04 01 03 00 0c00 010000 82 000000"));
        line.toClient(numbered("05 01 03 00 0c00 020000 7f 00"));
        line.toClient(numbered("07 01 03 00 0c00 030000 efbeadde 00"));
        line.toClient(numbered("09 01 03 00 0c00 040000 00c0 01"));
        line.toClient(numbered("24 01 03 00 0c00 050000 0000c03f 00 00000000000000"));
        line.toClient(numbered("0f 01 25 00 0c00 060000 0a000000 61"));
        line.toClient(numbered("15 01 01 00 0c00 070000 0040"));
        assertThat(line.told)
                .filteredOn(t -> t.startsWith("REPORTED"))
                .containsExactly(
                        "REPORTED ca 12 ioa 1 diq = 2 q128",
                        "REPORTED ca 12 ioa 2 vti = -1 q0",
                        "REPORTED ca 12 ioa 3 bsi = 3735928559 q0",
                        "REPORTED ca 12 ioa 4 nva = -0.5 q1",
                        "REPORTED ca 12 ioa 5 r32 = 1.5 q0",
                        "REPORTED ca 12 ioa 6 bcr = 10 q97",
                        "REPORTED ca 12 ioa 7 nva = 0.5 q0");
    }

    @Test
    void aValueThatWasAskedForAnswersTheQuestion() {
        line.toServer(numbered("66 01 05 00 0c00 2a0000"));
        line.toClient(numbered("0d 01 05 00 0c00 2a0000 0000c03f 00"));
        assertThat(line.told)
                .containsExactly(
                        "REQUEST c_rd_na_1 [ca 12] ioa 42 request",
                        "RESPONSE m_me_nc_1 [ca 12] ioa 42 request done after 1",
                        "READ ca 12 ioa 42 r32 = 1.5 q0");
    }

    @Test
    void countsAFileOnItsWay() {
        line.toClient(numbered("78 01 0d 00 0c00 000000 0500 000200 00"));
        line.toServer(numbered("7a 01 0d 00 0c00 000000 0500 00 02"));
        line.toClient(numbered("7d 01 0d 00 0c00 000000 0500 01 03 010203"));
        line.toClient(numbered("7b 01 0d 00 0c00 000000 0500 01 01 00"));
        line.toServer(numbered("7a 01 0d 00 0c00 000000 0500 00 04"));
        assertThat(line.told)
                .containsExactly(
                        "NOTICE f_fr_na_1 [ca 12] ioa file 5 0 file_transfer",
                        "OUT_OF_DEVICE STARTED file 5 0",
                        "NOTICE f_sc_na_1 [ca 12] ioa file 5 0 file_transfer request_file",
                        "NOTICE f_sg_na_1 [ca 12] ioa file 5 0 file_transfer",
                        "OUT_OF_DEVICE MOVING file 5 3",
                        "NOTICE f_ls_na_1 [ca 12] ioa file 5 0 file_transfer",
                        "OUT_OF_DEVICE COMPLETE file 5 3",
                        "NOTICE f_sc_na_1 [ca 12] ioa file 5 0 file_transfer delete_file");
    }

    @Test
    void tellsWhatBreaksTheRules() {
        line.toServer("68 02 68 05 07 00 00 00 00");
        line.toServer("68 04 17 00 00 00");
        line.toServer(numbered("18 01 06 00 0c00 000000 00"));
        line.toServer(numbered("2d 02 06 00 0c00 e80300 01"));
        line.toServer(numbered("2d 01 06 00 0c00 e80300 01 ff"));
        line.toServer("68 04 00 00 00 00");
        assertThat(line.told)
                .containsExactly(
                        "! bad_apci_length 2",
                        "! bad_apci_length 5",
                        "REQUEST startdt []",
                        "! unknown_control_function 23",
                        "! unknown_type_id 24",
                        "REQUEST type_24 [ca 12] activation",
                        "! truncated 45",
                        "! trailing_bytes 1",
                        "REQUEST c_sc_na_1 [ca 12] ioa 1000 activation execute",
                        "WRITE ca 12 ioa 1000 sco = 1 q0",
                        "! truncated 0");
    }

    @Test
    void strayBytesHideNothingBehindThem() {
        line.toServer("68 04 07 00 00 00 01 02 68 09 03 01 68 04 43 00 00 00");
        line.lost(Direction.TO_SERVER);
        line.toServer("00 00 00 68 04 13 00 00 00");
        assertThat(line.told)
                .containsExactly("REQUEST startdt []", "! stray_bytes 6", "REQUEST testfr []", "REQUEST stopdt []");
    }

    @Test
    void recognisesWhatFitsItsOwnLength() {
        assertThat(probe("68 04 43 00 00 00")).isEqualTo(Likeness.SURE);
        assertThat(probe("68 04 01 00 02 00")).isEqualTo(Likeness.MAYBE);
        assertThat(probe(numbered("0d 01 05 00 0c00 2a0000 0000c03f 00"))).isEqualTo(Likeness.SURE);
        assertThat(probe("68 0e 02")).isEqualTo(Likeness.MORE);
        // one octet too many; the variable frame of a serial line
        assertThat(probe(numbered("0d 01 05 00 0c00 2a0000 0000c03f 00 00"))).isEqualTo(Likeness.NO);
        assertThat(probe("68 09 09 68 53 01 64 01 06 01 00 14 00 00 16")).isNotEqualTo(Likeness.SURE);
    }

    private static Likeness probe(String hex) {
        byte[] bytes = TelecontrolLine.bytes(hex);
        return new Iec104().probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.TCP);
    }

    @Test
    void everyPrefixOfAMessageAwaitsTheRest() {
        byte[] whole = TelecontrolLine.bytes(numbered("01 83 14 00 0c00 640000 00 01 11"));
        for (int length = 1; length < whole.length; length++) {
            assertThat(line.frame(whole, length)).isIn(Dialogue.MORE, whole.length);
        }
    }

    @Test
    void survivesAnyBytes() {
        Random random = new Random(2404);
        String[] messages = {
            "01 83 14 00 0c00 640000 00 01 11", "7d 01 0d 00 0c00 000000 0500 01 03 010203", "53 01 0e 00 0c00 00"
        };
        line.quiet = true;
        for (int round = 0; round < 200_000; round++) {
            byte[] data = TelecontrolLine.bytes(numbered(messages[round % messages.length]));
            for (int flips = random.nextInt(5); flips >= 0; flips--) {
                data[2 + random.nextInt(data.length - 2)] = (byte) random.nextInt(256);
            }
            line.play(data, random.nextBoolean() ? Direction.TO_CLIENT : Direction.TO_SERVER);
        }
        line.quiet = false;
        line.toServer("68 04 07 00 00 00");
        assertThat(line.told).containsExactly("REQUEST startdt []");
    }

    @Test
    void reportsThatRepeatAllocateNothing() {
        byte[] asked = TelecontrolLine.bytes(numbered("64 01 06 00 0c00 000000 14"));
        byte[] values = TelecontrolLine.bytes(numbered("0b 02 03 00 0c00 070000 e803 00 090000 18fc 80"));
        line.quiet = true;
        cycles(asked, values, 20_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        cycles(asked, values, 1000);
        // reading the counter itself may allocate a little
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
    }

    private void cycles(byte[] asked, byte[] values, int count) {
        for (int i = 0; i < count; i++) {
            line.begin(Direction.TO_SERVER);
            line.message(asked, 0, asked.length, Direction.TO_SERVER);
            line.begin(Direction.TO_CLIENT);
            line.message(values, 0, values.length, Direction.TO_CLIENT);
        }
    }
}
