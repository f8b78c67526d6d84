// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;
import weir.wire.protocol.c1222.C1222;

/** Messages by hand: called title, calling title, calling number, user information with flags and services. */
class C1222Test {

    private static final String METER = "1.3.6.1.4.1.33507.1919.12345678.0 ";
    private static final String TO_METER = "a211060f2b060104018285638e7f85f1c24e00 a60a06082b06010401828563";
    private static final String FROM_METER = "a20a06082b06010401828563 a611060f2b060104018285638e7f85f1c24e00";

    private final Told told = new Told(new C1222());

    @Test
    void aTableIsReadAndItsRefusalNamed() {
        told.asks("6032" + TO_METER + "a806020413e81421 be09 2807 8105 80 03 300017");
        told.answers("6030" + FROM_METER + "a806020413e81421 be07 2805 8103 80 01 07");

        assertThat(told.lines())
                .containsExactly(
                        "request full_read " + METER + "table 23",
                        "response full_read " + METER + "table 23 refused 7 data_not_ready +1ms");
        assertThat(told.facts()).containsExactly("c1222 cmd=0x30");
    }

    /** As it was captured. */
    @Test
    void whoLogsOnIsTold() {
        told.asks("603e" + TO_METER + "a806020413e81421 be15 2813 8111 80 0f 50 1234 68656c6c6f776f726c64 0000");

        assertThat(told.lines())
                .containsExactly("request logon " + METER.strip(), "login server " + METER + "user helloworld secret");
    }

    @Test
    void writingToTableSevenMakesTheMeterDoSomething() {
        told.asks("6038" + TO_METER + "a806020413e81421 be0f 280d 810b 80 09 40 0007 0003 0834 00 c4");

        assertThat(told.lines()).containsExactly("request initiate_procedure " + METER + "manufacturer_procedure 52");
    }

    @Test
    void whatIsEncipheredIsToldAsThat() {
        told.asks("6033" + TO_METER + "a806020413e81421 be0a 2808 8106 88 0102030405");

        assertThat(told.lines()).containsExactly("notice encrypted " + METER.strip());
    }

    @Test
    void whatIsCutIsNamedAndNothingIsInvented() {
        told.asks("6032" + TO_METER + "a806020413e81421 be09 2807 8105 80 05 300017");
        told.asks("6032" + TO_METER + "a806");

        assertThat(told.lines()).hasSize(2).allMatch(line -> line.startsWith("violation truncated"));
    }

    @Test
    void aMessageBeginsWithATitle() {
        assertThat(told.frame("6032 a2", Direction.TO_SERVER)).isEqualTo(52);
        assertThat(told.frame("6032 a1", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("60", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
    }
}
