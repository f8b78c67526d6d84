// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.wire.protocol.cip.Talk.enip;
import static weir.wire.protocol.cip.Talk.hex;
import static weir.wire.protocol.cip.Talk.unconnected;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;

class EtherNetIpTest {

    /** One identity item: version 1, 10.0.0.2:44818, vendor 1, type 12, product 58, 4.3, status, serial, name, state 3. */
    private static final String LISTED = "0100 0c00 2d00 0100 0002 af12 0a000002 0000000000000000"
            + "0100 0c00 3a00 0403 3000 8e4d5200 0b 313735362d454e42542f41 03";

    private static final byte[] LIST_IDENTITY = enip(0x63, 0, 0, "");

    /** Connection 0x003a7b78, sequence 1, 4 octets of data. */
    private static final byte[] CYCLIC = hex("0200 0280 0800 787b3a00 01000000 b100 0400 01020304");

    private final Talk talk = new Talk();

    @Test
    void a_listed_device_says_who_it_is() {
        talk.ask(LIST_IDENTITY).answer(enip(0x63, 0, 0, LISTED));

        assertThat(talk.hear())
                .containsExactly(
                        "enip request list_identity IDENTIFY []",
                        "enip response list_identity IDENTIFY []",
                        "IP [] 10.0.0.2",
                        "VENDOR [] Rockwell Automation/Allen-Bradley",
                        "DEVICE_TYPE [] Communications Adapter",
                        "FIRMWARE [] 4.3",
                        "SERIAL [] 00524d8e",
                        "MODEL [] 1756-ENBT/A",
                        "MODE [] operational");
    }

    @Test
    void a_refused_session_names_the_reason() {
        talk.ask(enip(0x65, 0, 0, "0100 0000")).answer(enip(0x65, 0, 0x69, "0100 0000"));

        assertThat(talk.hear())
                .containsExactly(
                        "enip request register_session SESSION []",
                        "enip response register_session SESSION []   unsupported protocol revision");
    }

    @Test
    void a_command_that_carries_nothing_is_told_as_itself() {
        talk.answer(enip(0x6f, 7, 0x64, ""));

        assertThat(talk.hear()).containsExactly("enip response send_rr_data SESSION []   invalid session handle");
    }

    @Test
    void cyclic_data_is_a_notice_of_its_connection() {
        talk.ask(CYCLIC);

        assertThat(talk.hear()).containsExactly("cip notice io_data READ [] connection 3832696 length 4");
    }

    @Test
    void a_datagram_cut_anywhere_tells_of_no_operation() {
        for (byte[] whole : new byte[][] {enip(0x63, 0, 0, LISTED), CYCLIC, unconnected("0e03 20012401 3001")}) {
            for (int length = 1; length < whole.length; length++) {
                talk.ask(java.util.Arrays.copyOf(whole, length));

                assertThat(talk.hear())
                        .as("%d of %d", length, whole.length)
                        .isNotEmpty()
                        .allMatch(line -> line.startsWith("violation "));
            }
        }
    }

    @Test
    void items_beyond_the_message_and_unknown_ones_are_violations() {
        talk.ask(enip(0x6f, 7, 0, "00000000 0000 0200 0000 0000 b200 0900 0e"));
        talk.ask(enip(0x6f, 7, 0, "00000000 0000 0100 7700 0000"));

        assertThat(talk.hear())
                .containsExactly(
                        "violation truncated", "violation unknown_item", "enip request send_rr_data SESSION []");
    }

    @Test
    void a_frame_needs_a_known_command_and_a_clean_header() {
        byte[] good = unconnected("0e03 20012401 3001");

        assertThat(frame(good)).isEqualTo(good.length);
        assertThat(frame(java.util.Arrays.copyOf(good, 23))).isEqualTo(Dialogue.MORE);
        assertThat(frame(java.util.Arrays.copyOf(good, 24))).isEqualTo(good.length);
        assertThat(frame(with(good, 0, 0x71))).isEqualTo(Dialogue.LOST);
        assertThat(frame(with(good, 20, 1))).isEqualTo(Dialogue.LOST);
        assertThat(frame(with(good, 24, 1))).isEqualTo(Dialogue.LOST);
        assertThat(frame(new byte[64])).isEqualTo(Dialogue.LOST);
    }

    @Test
    void it_is_recognised_by_what_it_says() {
        assertThat(probe(unconnected("0e03 20012401 3001"), Transport.TCP)).isEqualTo(Likeness.SURE);
        assertThat(probe(enip(0x65, 0, 0, "0100 0000"), Transport.TCP)).isEqualTo(Likeness.SURE);
        assertThat(probe(enip(0x63, 0, 0, LISTED), Transport.TCP)).isEqualTo(Likeness.SURE);
        assertThat(probe(LIST_IDENTITY, Transport.UDP)).isEqualTo(Likeness.SURE);
        assertThat(probe(CYCLIC, Transport.UDP)).isEqualTo(Likeness.SURE);
        assertThat(probe(hex("6f00 10"), Transport.TCP)).isEqualTo(Likeness.MORE);
    }

    @Test
    void a_list_request_alone_in_a_stream_does_not_tell_yet() {
        assertThat(probe(LIST_IDENTITY, Transport.TCP)).isEqualTo(Likeness.MORE);
    }

    @Test
    void other_bytes_are_not_recognised() {
        assertThat(probe(new byte[200], Transport.TCP)).isEqualTo(Likeness.NO);
        assertThat(probe(new byte[24], Transport.UDP)).isEqualTo(Likeness.NO);
        assertThat(probe("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(), Transport.TCP))
                .isEqualTo(Likeness.NO);
        assertThat(probe(hex("0001 0000 0006 01 03 0000 000a"), Transport.TCP)).isEqualTo(Likeness.NO);
    }

    @Test
    void the_reply_bit_tells_which_way_a_message_goes() {
        Dialogue dialogue = new EtherNetIp().open();

        assertThat(direction(dialogue, unconnected("8e00 0000 0100"))).isEqualTo(Direction.TO_CLIENT);
        assertThat(direction(dialogue, unconnected("0e03 20012401 3001"))).isEqualTo(Direction.TO_SERVER);
        assertThat(direction(dialogue, enip(0x63, 0, 0, LISTED))).isEqualTo(Direction.TO_CLIENT);
    }

    private static Direction direction(Dialogue dialogue, byte[] message) {
        return dialogue.direction(new Cursor().wrap(message, 0, message.length), Direction.TO_SERVER);
    }

    private static int frame(byte[] bytes) {
        return new EtherNetIp().open().frame(new Cursor().wrap(bytes, 0, bytes.length), Direction.TO_SERVER);
    }

    private static Likeness probe(byte[] bytes, Transport over) {
        return new EtherNetIp().probe(new Cursor().wrap(bytes, 0, bytes.length), over);
    }

    private static byte[] with(byte[] bytes, int index, int value) {
        byte[] changed = bytes.clone();
        changed[index] = (byte) value;
        return changed;
    }
}
