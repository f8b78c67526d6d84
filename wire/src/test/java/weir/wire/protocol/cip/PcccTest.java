// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.wire.protocol.cip.Talk.unconnected;

import org.junit.jupiter.api.Test;

class PcccTest {

    /** Execute PCCC of class 0x67, requester vendor 0x004d serial 1. */
    private static final String EXECUTE = "4b 02 2067 2401 07 4d00 01000000";

    private static final String EXECUTED = "cb00 0000 07 4d00 01000000";

    private final Talk talk = new Talk();

    @Test
    void elements_of_a_file_are_read_by_type_and_number() {
        // typed logical read, three fields: 4 octets of N7:10
        talk.ask(unconnected(EXECUTE + "0f00 0100 a2 04 07 89 0a 00"));
        talk.answer(unconnected(EXECUTED + "4f00 0100 0100 feff"));

        assertThat(talk.hear())
                .containsExactly(
                        "pccc request protected_typed_logical_read_three_fields READ [] N7 10-11",
                        "pccc response protected_typed_logical_read_three_fields READ [] N7 10-11",
                        "READ N7 10 integer = 1.0",
                        "READ N7 11 integer = -2.0");
    }

    @Test
    void a_float_is_written() {
        talk.ask(unconnected(EXECUTE + "0f00 0100 aa 04 08 8a 02 00 0000c03f"));

        assertThat(talk.hear())
                .containsExactly(
                        "pccc request protected_typed_logical_write_three_fields WRITE [] F8 2",
                        "WRITE F8 2 float = 1.5");
    }

    @Test
    void the_accumulator_of_a_timer_is_a_part() {
        talk.ask(unconnected(EXECUTE + "0f00 0100 a2 02 04 86 00 02"));

        assertThat(talk.hear())
                .containsExactly("pccc request protected_typed_logical_read_three_fields READ [] T4 T4:0.2 0");
    }

    @Test
    void a_change_of_mode_names_the_mode() {
        talk.ask(unconnected(EXECUTE + "0f00 0100 80 01")).answer(unconnected(EXECUTED + "4ff0 0100 0b"));

        assertThat(talk.hear())
                .containsExactly(
                        "pccc request change_mode CONTROL []  remote program",
                        "pccc response change_mode CONTROL []  remote program access denied");
    }

    @Test
    void diagnostic_status_names_the_controller() {
        talk.ask(unconnected(EXECUTE + "0600 0100 03"));
        // bulletin name "1747-L553  ", no fault, remote run
        talk.answer(unconnected(EXECUTED + "4600 0100 00ee 3465 20 313734372d4c3535332020 0000 26"));

        assertThat(talk.hear())
                .contains("pccc request diagnostic_status IDENTIFY []", "MODEL [] 1747-L553", "MODE [] remote run");
    }

    @Test
    void a_download_starts_and_ends() {
        talk.ask(unconnected(EXECUTE + "0f00 0100 50 00")).answer(unconnected(EXECUTED + "4f00 0100"));
        talk.ask(unconnected(EXECUTE + "0f00 0200 52")).answer(unconnected(EXECUTED + "4f00 0200"));

        assertThat(talk.hear())
                .contains("transfer INTO_DEVICE STARTED 0", "transfer INTO_DEVICE COMPLETE 0")
                .contains("pccc request download_all_request PROGRAM []");
    }

    @Test
    void a_cut_command_is_a_violation() {
        talk.ask(unconnected(EXECUTE + "0f00 0100 a2 04 07"));
        talk.ask(unconnected("4b 02 2067 2401 00"));

        assertThat(talk.hear()).containsExactly("violation truncated", "violation truncated");
    }
}
