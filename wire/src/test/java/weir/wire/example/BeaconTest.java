// SPDX-License-Identifier: Apache-2.0
package weir.wire.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Told;

/** Beacon messages, byte by byte. */
class BeaconTest {

    private static final String READ = "4243 000c 0001 03 01 0064 0002 # registers 100 and 101 of unit 3";
    private static final String VALUES = "4243 000d 0001 03 81 00 0005 0007";

    private final Told told = new Told(new Beacon());

    @Test
    void an_answer_is_told_with_what_was_asked_and_the_values() {
        assertThat(told.asks(READ).answers(VALUES).lines())
                .containsExactly(
                        "request read_registers unit 3 register 100-101",
                        "response read_registers unit 3 register 100-101 +1ms",
                        "point server unit 3 register 100 u16 read = 5",
                        "point server unit 3 register 101 u16 read = 7");
    }

    @Test
    void a_write_is_told_with_its_value_and_with_its_refusal() {
        assertThat(told.asks("4243 000c 0002 03 02 0064 0009")
                        .answers("4243 0009 0002 03 82 02 # not allowed")
                        .lines())
                .containsExactly(
                        "request write_register unit 3 register 100",
                        "point server unit 3 register 100 u16 write = 9",
                        "response write_register unit 3 register 100 refused 2 not_allowed +1ms");
    }

    @Test
    void an_answer_alone_invents_nothing() {
        assertThat(told.answers(VALUES).lines()).containsExactly("response read_registers unit 3");
    }

    @Test
    void a_cut_message_is_a_violation_and_no_operation() {
        assertThat(told.asks("4243 000c 0001 03 01 0064").lines()).containsExactly("violation truncated 1");
        assertThat(told.asks("4243 000c 00").lines()).singleElement().asString().startsWith("violation truncated");
        told.asks(READ).lines();
        assertThat(told.answers("4243 000d 0001 03 81 00 0005").lines()).containsExactly("violation truncated 1");
    }

    @Test
    void a_bad_message_does_not_blind_the_next() {
        assertThat(told.asks("4243 000c 0001 03 55 0064 0002").asks(READ).lines())
                .containsExactly("violation unknown_function 85", "request read_registers unit 3 register 100-101");
    }

    @Test
    void the_length_is_known_from_the_header() {
        assertThat(told.frame("42", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
        assertThat(told.frame("4243 00", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
        assertThat(told.frame("4243 000c", Direction.TO_SERVER)).isEqualTo(12);
        assertThat(told.frame("4342 000c", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("4243 ffff", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
    }

    @Test
    void it_is_recognised_by_content_in_either_direction() {
        assertThat(probe(READ)).isEqualTo(Likeness.SURE);
        assertThat(probe(VALUES)).isEqualTo(Likeness.SURE);
        assertThat(probe("4243 000c")).isEqualTo(Likeness.MORE);
        assertThat(probe("0001 0000 0006 03 03 0064 0002 # Modbus")).isEqualTo(Likeness.NO);
        assertThat(probe("1603 0100 c801 0000 # TLS")).isEqualTo(Likeness.NO);
        assertThat(told.direction(VALUES, Direction.TO_SERVER)).isEqualTo(Direction.TO_CLIENT);
    }

    private static Likeness probe(String hex) {
        byte[] data = Told.bytes(hex);
        return new Beacon().probe(new Cursor().wrap(data, 0, data.length), Transport.TCP);
    }
}
