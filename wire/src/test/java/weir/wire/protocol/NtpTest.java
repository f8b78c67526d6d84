// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

/** Datagrams by hand: mode, stratum, poll, precision; delays and reference; four times. */
class NtpTest {

    private static final String ZEROS = "00".repeat(8);

    private final Told told = new Told(new Ntp());

    @Test
    void anAnswerIsJoinedByTheTimeThatTheClientSent() {
        told.asks("230006ec" + "00".repeat(36) + "edf0a00011111111");
        told.answers("240106ec" + ZEROS + "47505300" + ZEROS + "edf0a00011111111" + ZEROS + ZEROS);

        assertThat(told.lines()).containsExactly("request time", "response time stratum GPS 1 +1ms");
        assertThat(told.facts()).containsExactly("ntp mode=3", "ntp mode=4");
    }

    @Test
    void aKissOfDeathIsARefusal() {
        told.answers("e40006ec" + ZEROS + "44454e59" + "00".repeat(32));

        assertThat(told.lines()).containsExactly("response time stratum DENY 0 (not_synchronized) refused 0 DENY");
    }

    @Test
    void whoAsksForTheListOfAskersIsTold() {
        told.asks("1700032a 00000000").asks("16080002 0000 0000 0000 0000");

        assertThat(told.lines()).containsExactly("request monitor_list (request 42)", "request configure");
    }

    @Test
    void theDaemonNamesItsSoftware() {
        told.answers("16820001 0000 0000 0000 000f 76657273696f6e3d226e74706422 00");

        assertThat(told.lines()).containsExactly("response read_variables", "identity server software = ntpd");
    }

    @Test
    void cutDatagramsAreNamed() {
        told.asks("230006ec0000").asks("16020001 0000 0000 0000 0040");

        assertThat(told.lines()).containsExactly("violation truncated 6", "violation truncated 0");
    }
}
