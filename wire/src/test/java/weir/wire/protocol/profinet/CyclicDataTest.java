// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

class CyclicDataTest {

    private static final String DATA = "00".repeat(40);

    @Test
    void the_data_status_says_whether_the_provider_runs() {
        Told told = new Told(new Profinet())
                .asks("8000" + DATA + "1000 35 00")
                .asks("8000" + DATA + "1100 25 00") // provider stopped
                .asks("8000" + DATA + "1200 11 00"); // invalid, problem
        assertThat(told.lines())
                .containsExactly(
                        "notice rt_cyclic frame 32768 (run)",
                        "notice rt_cyclic frame 32768 (stop)",
                        "notice rt_cyclic frame 32768 (run, invalid, problem)");
        assertThat(told.facts()).containsOnly("profinet rt.frameid=32768");
    }

    @Test
    void an_old_counter_is_noticed_and_its_overflow_is_not() {
        Told told = new Told(new Profinet())
                .asks("8000" + DATA + "ff00 35 00")
                .asks("8000" + DATA + "0000 35 00")
                .asks("8000" + DATA + "ff80 35 00");
        assertThat(told.lines())
                .endsWith("notice rt_cyclic frame 32768 (run)", "violation cycle_counter_backwards 65408");
    }

    @Test
    void a_frame_shorter_than_its_status_tells_nothing() {
        assertThat(new Told(new Profinet()).asks("8000 1000").lines()).containsExactly("violation truncated 4");
    }

    @Test
    void an_alarm_names_the_place_and_what_is_wrong_there() {
        Told told = new Told(new Profinet())
                .asks("fe01 8001 8001 11 11 0001 0000 0022"
                        + "0002 001e 0100 0001 00000000 0001 0002 ffff8140 ffff8140 a801"
                        + "8000 0002 0800 0006") // channel 2: wire break
                .answers(
                        "fe01 8001 8001 11 11 0000 0001 0016" + "8002 0012 0100 0001 00000000 0001 0002 a801 00000000");
        assertThat(told.lines())
                .containsExactly(
                        "request alarm_low slot 1 subslot 2 alarm 1 (diagnosis)",
                        "notice diagnosis slot 1 subslot 2 channel wire_break 2 (appears)",
                        "response alarm_low slot 1 subslot 2 alarm 1 (diagnosis) +1ms");
    }

    @Test
    void an_abort_says_why() {
        assertThat(new Told(new Profinet())
                        .asks("fe01 8001 8001 14 11 ffff fffe 0004 cf81fd0f")
                        .lines())
                .containsExactly("notice abort refused -813564657 ar_release_ind_received");
    }

    @Test
    void time_frames_are_told_by_their_kind_and_must_end() {
        Told told = new Told(new Profinet())
                .asks("ff40 000000000000000000000000 001c 0000 00000000 0c06 020000000001 0000")
                .asks("ff00 000000000000000000000000 001d 0000 00000000 0000")
                .asks("ff40 000000000000000000000000 001c 0000 00000000 0c06 0200");
        assertThat(told.lines()).containsExactly("notice delay_request", "notice announce", "violation truncated 26");
    }
}
