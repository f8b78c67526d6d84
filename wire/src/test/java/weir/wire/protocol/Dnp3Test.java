// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.protocol.dnp3.Dnp3;

/** DNP3 as it stands on the wire; link frames are made here, application messages are written out. */
final class Dnp3Test {

    private static final int MASTER = 0xc4; // from master, primary, unconfirmed user data
    private static final int OUTSTATION = 0x44;

    private final TelecontrolLine line = new TelecontrolLine(new Dnp3());

    /** A link frame around one whole transport segment. */
    private static String frame(int control, int destination, int source, String application) {
        return segment(control, destination, source, 0xc0, application);
    }

    private static String segment(int control, int destination, int source, int transport, String application) {
        byte[] data = TelecontrolLine.bytes("%02x".formatted(transport) + application);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        byte[] header = {
            0x05,
            0x64,
            (byte) (5 + data.length),
            (byte) control,
            (byte) destination,
            (byte) (destination >> 8),
            (byte) source,
            (byte) (source >> 8)
        };
        checked(header, 0, 8, frame);
        for (int at = 0; at < data.length; at += 16) {
            checked(data, at, Math.min(16, data.length - at), frame);
        }
        return HexFormat.of().formatHex(frame.toByteArray());
    }

    /** Bit by bit, as IEEE 1815 clause 9.2.4.3 describes it. */
    private static void checked(byte[] data, int from, int count, ByteArrayOutputStream out) {
        int crc = 0;
        for (int i = from; i < from + count; i++) {
            for (int bit = 0; bit < 8; bit++) {
                boolean one = ((crc ^ data[i] >> bit) & 1) != 0;
                crc = one ? crc >>> 1 ^ 0xa6bc : crc >>> 1;
            }
        }
        out.write(data, from, count);
        out.write(~crc);
        out.write(~crc >> 8);
    }

    private static String request(String application) {
        return frame(MASTER, 10, 1, application);
    }

    private static String answer(String application) {
        return frame(OUTSTATION, 1, 10, application);
    }

    @Test
    void readsAFrameCapturedFromALine() {
        // link 0a from 4 to 3, unsolicited, IIN1.4: the station wants its clock set
        line.toClient("05 64 0a 44 03 00 04 00 7c ae e6 f7 82 10 00 4f bd");
        assertThat(line.told)
                .contains("REPORTED address 4 iin need_time 4 bit = 1 q0")
                .contains("REPORTED address 4 iin device_restart 7 bit = 0 q0")
                .endsWith("NOTICE unsolicited_response [address 4]");
    }

    @Test
    void tellsAPollByClassAndItsValues() {
        // read 60:2, 60:3 and 60:4, all
        line.toServer(request("c1 01 3c 02 06 3c 03 06 3c 04 06"));
        // 30:2 index 5 to 6, flags and i16; 2:1 with index prefix, 7 and 9: scattered
        line.toClient(answer("c1 81 00 00 1e 02 00 05 06 01 ff ff 03 e8 03 02 01 17 02 07 81 09 01"));
        assertThat(line.told)
                .startsWith(
                        "REQUEST read [address 10] 60:2",
                        "REQUEST read [address 10] 60:3",
                        "REQUEST read [address 10] 60:4")
                .endsWith(
                        "RESPONSE read [address 10] 30:2 5-6 done after 1",
                        "READ address 10 analog_input 5 i16 = -1 q1",
                        "READ address 10 analog_input 6 i16 = 1000 q3",
                        "RESPONSE read [address 10] 2:1 done after 1",
                        "READ address 10 binary_input 7 state = 1 q1",
                        "READ address 10 binary_input 9 state = 0 q1");
    }

    @Test
    void aReadOfNothingIsToldAndAPollIsNot() {
        line.toServer(request("c1 01 3c 02 06"));
        assertThat(line.told).noneMatch(t -> t.contains("read_of_nothing"));
        line.toServer(request("c2 01"));
        assertThat(line.told).anyMatch(t -> t.contains("read_of_nothing"));
    }

    @Test
    void aClientThatSpeaksAsManyMastersIsToldOnce() {
        for (int master = 1; master <= 4; master++) {
            line.toServer(frame(MASTER, 10, master, "c1 01 3c 02 06"));
            line.toServer(frame(MASTER, 11, master, "c1 01 3c 02 06"));
        }
        assertThat(line.told).noneMatch(t -> t.contains("many_masters"));
        for (int master = 5; master <= 20; master++) {
            line.toServer(frame(MASTER, 10, master, "c1 01 3c 02 06"));
        }
        assertThat(line.told.stream().filter(t -> t.contains("many_masters"))).hasSize(1);
    }

    @Test
    void readsPackedStatesOfOneAndTwoBits() {
        // 1:1 index 3 to 12, 3:1 index 0 to 4
        line.toClient(answer("c1 81 00 00 01 01 00 03 0c 05 02 03 01 00 00 04 1b 02"));
        assertThat(line.told.stream().filter(t -> t.contains("bit ") || t.contains("two_bits")))
                .filteredOn(t -> !t.contains("iin"))
                .map(t -> t.substring(t.indexOf("input ") + 6))
                .containsExactly(
                        "3 bit = 1 q0",
                        "4 bit = 0 q0",
                        "5 bit = 1 q0",
                        "6 bit = 0 q0",
                        "7 bit = 0 q0",
                        "8 bit = 0 q0",
                        "9 bit = 0 q0",
                        "10 bit = 0 q0",
                        "11 bit = 0 q0",
                        "12 bit = 1 q0",
                        "0 two_bits = 3 q0",
                        "1 two_bits = 2 q0",
                        "2 two_bits = 1 q0",
                        "3 two_bits = 0 q0",
                        "4 two_bits = 2 q0");
    }

    @Test
    void tellsEachCommandByItsCodeAndItsEnd() {
        // operate 12:1, two objects: 1 pulse on and close, 2 latch off
        String commands = "0c 01 17 02 01 41 01 64000000 64000000 00 02 04 01 00000000 00000000 ";
        line.toServer(request("c2 04" + commands + "00"));
        line.toClient(answer("c2 81 00 00" + commands + "07"));
        assertThat(line.told)
                .filteredOn(t -> !t.contains("iin"))
                .containsExactly(
                        "REQUEST operate [address 10] 12:1 1 pulse_on close",
                        "WRITE address 10 binary_output 1 crob = 1 q0",
                        "REQUEST operate [address 10] 12:1 2 latch_off",
                        "WRITE address 10 binary_output 2 crob = 0 q0",
                        "RESPONSE operate [address 10] 12:1 1 pulse_on close done after 1",
                        "RESPONSE operate [address 10] 12:1 2 latch_off refused 7 local after 1");
    }

    @Test
    void selectingASetpointWritesNothing() {
        line.toServer(request("c2 03 29 02 28 01 00 2c 01 e8 03 00"));
        line.toServer(request("c3 05 29 03 28 01 00 2c 01 00 00 20 41 00"));
        assertThat(line.told)
                .containsExactly(
                        "REQUEST select [address 10] 41:2 300",
                        "REQUEST direct_operate [address 10] 41:3 300",
                        "WRITE address 10 analog_output 300 f32 = 10.0 q0");
    }

    @Test
    void aBroadcastIsMarkedAndAwaitsNoAnswer() {
        line.toServer(frame(MASTER, 0xffff, 1, "c3 12"));
        line.toServer(frame(MASTER, 0xfffe, 1, "c4 06 0c 01 28 01 00 03 00 03 01 00000000 00000000 00"));
        assertThat(line.told)
                .containsExactly(
                        "REQUEST stop_application [address 65535] broadcast",
                        "REQUEST direct_operate_no_response [address 65534] 12:1 3 latch_on broadcast",
                        "WRITE address 65534 binary_output 3 crob = 1 q0");
    }

    @Test
    void aRefusalRestatesWhatWasAskedFor() {
        line.toServer(request("c5 01 6e 00 06"));
        line.toClient(answer("c5 81 00 02"));
        assertThat(line.told).endsWith("RESPONSE read [address 10] 110:0 refused 2 object_unknown after 1");
    }

    @Test
    void anAnswerInSeveralFragmentsBelongsToOneRequest() {
        line.toServer(request("c6 01 3c 01 06"));
        line.toClient(answer("a6 81 00 00 0a 02 00 00 00 81"));
        line.toClient(answer("67 81 00 00 1e 04 00 00 00 2a 00"));
        assertThat(line.told)
                .contains("RESPONSE read [address 10] 10:2 0 done after 1")
                .contains("RESPONSE read [address 10] 30:4 0 done after 2");
    }

    @Test
    void writingTheClockIsNoWriteOfAValue() {
        line.toServer(request("c1 02 32 01 07 01 eb e4 5a 87 ff 00"));
        line.toServer(request("c2 02 50 01 00 07 07 00"));
        line.toServer(request("c3 0d"));
        assertThat(line.told)
                .containsExactly(
                        "REQUEST write_time [address 10] 50:1",
                        "REQUEST write_indications [address 10] 80:1 7",
                        "REQUEST cold_restart [address 10]");
    }

    @Test
    void deviceAttributesSayWhoItIs() {
        line.toServer(request("c1 01 00 fc 00 00 00"));
        // visible string of 4: Weir
        line.toClient(answer("c1 81 00 00 00 fc 00 00 00 01 04 57 65 69 72"));
        assertThat(line.told)
                .contains("REQUEST read_attributes [address 10] 0:252 0")
                .endsWith(
                        "RESPONSE read_attributes [address 10] 0:252 0 done after 1",
                        "address 10 VENDOR = Weir from device attribute 252");
    }

    @Test
    void followsAFileFromOpeningToItsLastBlock() {
        String name = "612e637376"; // a.csv
        String open = "1a00 0500 000000000000 0000 00000000 ffffffff 0100 0002 0300" + name;
        line.toServer(request("c1 19 46 03 5b 01 1f 00" + open));
        line.toClient(answer("c1 81 00 00 46 04 5b 01 0d 00 78563412 0a000000 0002 0300 00"));
        line.toServer(request("c2 01 46 05 5b 01 08 00 78563412 00000000"));
        line.toClient(answer("c2 81 00 00 46 05 5b 01 0c 00 78563412 00000080 01020304"));
        line.toServer(request("c3 1a 46 04 5b 01 0d 00 78563412 00000000 0000 0300 00"));
        line.toClient(answer("c3 81 00 00 46 04 5b 01 0d 00 78563412 00000000 0000 0300 00"));
        assertThat(line.told)
                .filteredOn(t -> !t.contains("iin"))
                .containsExactly(
                        "REQUEST open_file [address 10] 70:3 a.csv read",
                        "RESPONSE open_file [address 10] 70:4 a.csv done after 1",
                        "OUT_OF_DEVICE STARTED a.csv 0",
                        "REQUEST read_file [address 10] 70:5 a.csv",
                        "RESPONSE read_file [address 10] 70:5 a.csv done after 1",
                        "OUT_OF_DEVICE COMPLETE a.csv 4",
                        "REQUEST close_file [address 10] 70:4 a.csv",
                        "RESPONSE close_file [address 10] 70:4 a.csv done after 1");
    }

    @Test
    void aPasswordForFilesIsToldAsAHash() {
        String object = "0c00 0200 0e00 0200 00000000 6f70 7077"; // op, pw
        line.toServer(request("c1 1d 46 02 5b 01 10 00" + object));
        assertThat(line.told)
                .containsExactly("login op with a secret", "REQUEST authenticate_file [address 10] 70:2 op");
    }

    @Test
    void putsSegmentsTogetherAndNoticesAMissingOne() {
        String first = segment(MASTER, 10, 1, 0x41, "c1 01 3c 02");
        String last = segment(MASTER, 10, 1, 0x82, "06");
        line.toServer(first + last);
        assertThat(line.told).containsExactly("REQUEST read [address 10] 60:2");

        line.told.clear();
        line.toServer(first + segment(MASTER, 10, 1, 0x83, "06") + request("c1 0d"));
        assertThat(line.told).containsExactly("! segment_out_of_sequence 3", "REQUEST cold_restart [address 10]");
    }

    @Test
    void segmentsOfTwoStationsDoNotMix() {
        line.toClient(segment(OUTSTATION, 1, 10, 0x41, "c1 82 00 00 0a 02")
                + segment(OUTSTATION, 1, 11, 0x41, "c1 82 00 00 1e 04")
                + segment(OUTSTATION, 1, 10, 0x82, "00 00 00 81")
                + segment(OUTSTATION, 1, 11, 0x82, "00 07 07 2a 00"));
        assertThat(line.told)
                .contains("REPORTED address 10 binary_output 0 state = 1 q1")
                .contains("REPORTED address 11 analog_input 7 i16 = 42 q0");
    }

    @Test
    void aBrokenFrameHidesNothingBehindIt() {
        String restart = request("c1 0d");
        String badHeader = "0564ff" + restart.substring(6);
        String badBlock = restart.substring(0, 20) + "00" + restart.substring(22);
        line.toServer(badHeader + restart);
        line.toServer(badBlock + restart);
        line.toServer("00 11 22 33" + restart);
        assertThat(line.told)
                .containsExactly(
                        "! bad_header_crc "
                                + Integer.parseInt(restart.substring(18, 20) + restart.substring(16, 18), 16),
                        "REQUEST cold_restart [address 10]",
                        "! bad_block_crc 0",
                        "REQUEST cold_restart [address 10]",
                        "! stray_bytes 4",
                        "REQUEST cold_restart [address 10]");
    }

    @Test
    void whatALossLeavesOfAFrameIsNoFault() {
        String restart = request("c1 0d");
        line.toServer(restart);
        line.lost(Direction.TO_SERVER);
        line.toServer(restart.substring(12) + restart);
        assertThat(line.told).containsExactly("REQUEST cold_restart [address 10]", "REQUEST cold_restart [address 10]");
    }

    @Test
    void tellsWhatBreaksTheRules() {
        line.toServer(request("c1 70"));
        line.toServer(request("c1 02 c8 01 00 00 00 01"));
        line.toServer(request("c1 01 3c 02 0c"));
        line.toServer(request("c1 01 1e 01 00 05 04"));
        line.toServer(request("c1 02 22 02 00 00 01 01 02 03 04 05"));
        line.toServer(frame(0x44, 10, 1, "c1 0e"));
        assertThat(line.told)
                .containsExactly(
                        "! unknown_function 112",
                        "REQUEST function_112 [address 10]",
                        "! unknown_object " + 0xc801,
                        "! unknown_qualifier " + 0x3c02,
                        "! bad_range " + 0x1e01,
                        "! truncated " + 0x2202,
                        "! wrong_direction 14",
                        "REQUEST warm_restart [address 10]");
    }

    @Test
    void linkServicesAreJoinedToTheirAnswers() {
        // request link status, link status, reset, not supported
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        checked(TelecontrolLine.bytes("0564 05c9 0a00 0100"), 0, 8, out);
        line.play(out.toByteArray(), Direction.TO_SERVER);
        out.reset();
        checked(TelecontrolLine.bytes("0564 050b 0100 0a00"), 0, 8, out);
        line.play(out.toByteArray(), Direction.TO_CLIENT);
        assertThat(line.told)
                .containsExactly(
                        "REQUEST link_request_status [address 10]", "RESPONSE link_status [address 10] done after 1");
    }

    @Test
    void aDatagramMayHoldSeveralFrames() {
        line.datagram(request("c1 0d") + request("c2 0e"), Direction.TO_SERVER);
        assertThat(line.told).containsExactly("REQUEST cold_restart [address 10]", "REQUEST warm_restart [address 10]");
    }

    @Test
    void recognisesItselfByTheCheckOfTheHeader() {
        byte[] whole = TelecontrolLine.bytes(request("c1 01 3c 02 06"));
        Dnp3 dnp3 = new Dnp3();
        for (int length = 0; length <= whole.length; length++) {
            Likeness expected = length == 0 ? Likeness.NO : length < 10 ? Likeness.MORE : Likeness.SURE;
            assertThat(dnp3.probe(new Cursor().wrap(whole, 0, length), Transport.TCP))
                    .isEqualTo(expected);
        }
        whole[4] ^= 1;
        assertThat(dnp3.probe(new Cursor().wrap(whole, 0, whole.length), Transport.TCP))
                .isEqualTo(Likeness.MAYBE);
    }

    @Test
    void everyPrefixOfAFrameAwaitsTheRest() {
        byte[] whole = TelecontrolLine.bytes(answer("c1 81 00 00 1e 02 00 05 06 01 ff ff 03 e8 03"));
        for (int length = 1; length < whole.length; length++) {
            int answer = line.frame(whole, length);
            assertThat(answer == Dialogue.MORE || answer == whole.length).isTrue();
        }
    }

    @Test
    void aMessageCutAnywhereInventsNothing() {
        byte[] whole = TelecontrolLine.bytes("c1 81 00 00 1e 02 00 05 06 01 ff ff 03 e8 03");
        for (int length = 2; length < whole.length; length++) {
            TelecontrolLine cut = new TelecontrolLine(new Dnp3());
            cut.toClient(answer(HexFormat.of().formatHex(whole, 0, length)));
            boolean headerOnly = length == 4;
            assertThat(cut.told.stream().anyMatch(t -> t.startsWith("! truncated")))
                    .as("cut at %d", length)
                    .isNotEqualTo(headerOnly);
            assertThat(cut.told).noneMatch(t -> t.contains("analog_input"));
        }
    }

    @Test
    void survivesAnyBytes() {
        Random random = new Random(20000);
        byte[] whole = TelecontrolLine.bytes(
                answer("c1 81 00 00 1e 02 17 02 05 01 ff ff 06 03 e8 03 46 05 5b 01 02 00 00 00"));
        for (int round = 0; round < 200_000; round++) {
            byte[] data = whole.clone();
            for (int flips = random.nextInt(6); flips >= 0; flips--) {
                data[10 + random.nextInt(data.length - 10)] = (byte) random.nextInt(256);
            }
            line.quiet = true;
            line.play(resealed(data), random.nextBoolean() ? Direction.TO_CLIENT : Direction.TO_SERVER);
        }
        line.quiet = false;
        line.told.clear();
        line.toServer(request("c1 0d"));
        assertThat(line.told).endsWith("REQUEST cold_restart [address 10]");
    }

    /** The same user data with checks that are right. */
    private static byte[] resealed(byte[] frame) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        checked(frame, 0, 8, out);
        for (int at = 10; at < frame.length; at += 18) {
            checked(frame, at, Math.min(16, frame.length - at - 2), out);
        }
        return out.toByteArray();
    }

    @Test
    void aPollThatRepeatsAllocatesNothing() {
        byte[] poll = TelecontrolLine.bytes(request("c1 01 3c 02 06 3c 01 06"));
        byte[] values =
                TelecontrolLine.bytes(answer("c1 81 90 00 1e 02 00 05 06 01 ff ff 03 e8 03 6e 03 00 01 01 616263"));
        line.quiet = true;
        cycles(poll, values, 20_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        cycles(poll, values, 1000);
        // reading the counter itself may allocate a little
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
    }

    private void cycles(byte[] poll, byte[] values, int count) {
        for (int i = 0; i < count; i++) {
            line.begin(Direction.TO_SERVER);
            line.message(poll, 0, poll.length, Direction.TO_SERVER);
            line.begin(Direction.TO_CLIENT);
            line.message(values, 0, values.length, Direction.TO_CLIENT);
        }
    }

    @Test
    void aFloodOfAddressesAndSegmentsStaysBounded() {
        line.quiet = true;
        byte[] longest = new byte[249];
        Arrays.fill(longest, (byte) 0xc0);
        String data = HexFormat.of().formatHex(longest);
        for (int i = 0; i < 2000; i++) {
            line.toServer(segment(MASTER, i, 1, i % 100 == 0 ? 0x40 : i & 0x3f, data));
        }
        line.quiet = false;
        for (int i = 0; i < 70; i++) {
            line.toServer(segment(MASTER, 10, 1, i == 0 ? 0x40 : i & 0x3f, data));
        }
        assertThat(line.told).contains("! fragment_too_long " + 66 * 249);
    }
}
