// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.wire.protocol.cip.Talk.unconnected;

import org.junit.jupiter.api.Test;

class TagsTest {

    private final Talk talk = new Talk();

    @Test
    void a_tag_is_named_with_program_members_and_index() {
        // Program:Main . Line1 . Speed [3], two elements of REAL
        talk.ask(unconnected("4c 10 910c 50726f6772616d3a4d61696e 9105 4c696e653100 9105 537065656400 2803 0200"));
        talk.answer(unconnected("cc00 0000 ca00 0000c03f 000020c0"));

        assertThat(talk.hear())
                .containsExactly(
                        "cip request read_tag READ [] tag Program:Main.Line1.Speed[3]",
                        "cip response read_tag READ [] tag Program:Main.Line1.Speed[3]",
                        "READ tag Program:Main.Line1.Speed[3] REAL = 1.5",
                        "READ tag Program:Main.Line1.Speed[4] REAL = -2.5");
    }

    @Test
    void a_written_value_is_told_with_the_request() {
        talk.ask(unconnected("4d 04 9105 4c6576656c00 c300 0100 fbff"));

        assertThat(talk.hear())
                .containsExactly("cip request write_tag WRITE [] tag Level", "WRITE tag Level INT = -5.0");
    }

    @Test
    void a_piece_of_an_array_counts_on_from_its_offset() {
        // element 5 and 6 of DINT: octet 20
        talk.ask(unconnected("52 03 9103 41727200 0a00 14000000"));
        talk.answer(unconnected("d200 0600 c400 07000000 08000000"));

        assertThat(talk.hear())
                .contains("cip response read_tag_fragmented READ [] tag Arr", "READ tag Arr[5] DINT = 7.0");
    }

    @Test
    void structures_are_named_and_strings_read() {
        talk.ask(unconnected("4c 02 9101 4100 0100")).answer(unconnected("cc00 0000 a002 3412 01020304"));
        talk.ask(unconnected("4c 02 9101 4200 0100")).answer(unconnected("cc00 0000 a002 ce0f 02000000 6f6b0000"));

        assertThat(talk.hear()).contains("READ tag A STRUCT = handle 0x1234", "READ tag B STRING = ok");
    }

    @Test
    void a_mask_of_one_bit_is_that_bit() {
        talk.ask(unconnected("4e 02 9101 4100 0100 01 ff"));
        talk.ask(unconnected("4e 02 9101 4200 0200 0000 fffd"));
        talk.ask(unconnected("4e 02 9101 4300 0100 03 ff"));

        assertThat(talk.hear())
                .containsExactly(
                        "cip request read_modify_write_tag WRITE [] tag A",
                        "WRITE tag A BOOL = 1.0",
                        "cip request read_modify_write_tag WRITE [] tag B",
                        "WRITE tag B.9 BOOL = 0.0",
                        "cip request read_modify_write_tag WRITE [] tag C");
    }

    @Test
    void a_refused_tag_names_the_controllers_own_reason() {
        talk.ask(unconnected("4c 02 9101 4100 0100")).answer(unconnected("cc00 ff01 0521"));

        assertThat(talk.hear())
                .containsExactly(
                        "cip request read_tag READ [] tag A",
                        "cip response read_tag READ [] tag A  access beyond end of object");
    }

    @Test
    void a_cut_request_is_a_violation() {
        talk.ask(unconnected("4d 04 9105 4c6576656c00 c300"));

        assertThat(talk.hear()).containsExactly("violation truncated");
    }
}
