// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.wire.Direction;
import weir.wire.Told;

/** Messages by hand. */
class SyslogTest {

    private final Told told = new Told(new Syslog());

    @Test
    void bothFormsNameFacilitySeverityHostAndProgram() {
        told.asks(text("<34>Mar  2 08:00:00 rtu7 su[7]: no"))
                .asks(text("<165>1 2026-03-02T08:00:00Z gw log 42 - - hot"));

        assertThat(told.lines())
                .containsExactly(
                        "notice alarm rtu7 auth su (critical)",
                        "identity client name = rtu7",
                        "notice message gw local4 log (notice)",
                        "identity client name = gw");
        assertThat(told.facts()).containsExactly("syslog level=2", "syslog level=5");
    }

    @Test
    void theHostMayBeMissing() {
        told.asks(text("<30>Mar  2 08:00:00 task: late"));

        assertThat(told.lines()).containsExactly("notice message daemon task (information)");
    }

    @Test
    void onTcpALengthMayStandBefore() {
        assertThat(told.frame(text("12 <13>abc"), Direction.TO_SERVER)).isEqualTo(15);
        assertThat(told.frame(text("<13>abc\n<13>"), Direction.TO_SERVER)).isEqualTo(8);
    }

    @Test
    void aCutMessageAndOneWithoutPriorityAreNamed() {
        told.asks(text("<13>Mar  2 08:00:00 rt")).asks(text("hello"));

        assertThat(told.lines()).containsExactly("violation truncated 0", "violation no_priority 5");
    }

    private static String text(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
