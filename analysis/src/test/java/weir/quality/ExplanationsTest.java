// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationsTest {

    @Test
    void a_finding_that_nobody_looked_at_is_said_to_be_unexplained() {
        Explanations all = Explanations.of(List.of("# head", "a/b.pcap\tPR-01\t43\ttrue\tCommand 0x0402 is stop"));
        assertThat(all.beside("a/b.pcap", "Controller stopped (PR-01, high)"))
                .isEqualTo("a/b.pcap: Controller stopped (PR-01, high): true, frame 43: Command 0x0402 is stop");
        assertThat(all.beside("a/b.pcap", "Device restarted (PR-05, high)")).endsWith("NOT EXPLAINED");
    }

    @Test
    void the_table_is_whole_and_a_short_line_is_named() {
        assertThat(Explanations.read().beside("fins/ndpi__fins.pcapng", "Controller stopped (PR-01, high)"))
                .contains("0x0402");
        assertThatThrownBy(() -> Explanations.of(List.of("a\tb"))).hasMessageContaining("line 1");
    }
}
