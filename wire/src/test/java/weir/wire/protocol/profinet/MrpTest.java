// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

class MrpTest {

    private static final String COMMON = "01 12 0001 ffffffffffffffffffffffffffffffff 00 00";

    @Test
    void a_test_says_whether_the_ring_is_closed() {
        Told told = new Told(new Mrp())
                .asks("0001 02 12 8000 0200c0000232 0000 0001 0000 00000001" + COMMON)
                .asks("0001 02 12 8000 0200c0000232 0000 0000 0001 00000002" + COMMON);
        assertThat(told.lines()).containsExactly("notice test (ring closed)", "notice test (ring open)");
    }

    @Test
    void a_change_and_a_broken_link_are_told() {
        Told told = new Told(new Mrp())
                .asks("0001 03 0a 8000 0200c0000232 000a" + COMMON)
                .asks("0001 04 0c 0200c0000233 0000 0014 0001" + COMMON);
        assertThat(told.lines()).containsExactly("notice topology_change", "notice link_down");
    }

    @Test
    void a_part_longer_than_the_frame_tells_nothing() {
        assertThat(new Told(new Mrp()).asks("0001 02 12 8000 0200c0000232").lines())
                .containsExactly("violation truncated 12");
    }
}
