// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

/** Messages of bridges: protocol, version, kind, flags, root, cost, bridge, port, times. */
class SpanningTreeTest {

    private final Told told = new Told(new SpanningTree());

    @Test
    void theRootAndAChangeOfTheTopologyAreTold() {
        told.asks("0000 02 02 3d 8003001ef6735980 00000004 8004001ef6735a00 8002 0100 1400 0200 0f00 00");

        assertThat(told.lines())
                .containsExactly(
                        "notice rapid_configuration root_bridge 32771.00:1e:f6:73:59:80 (topology_change)",
                        "identity client device_type = bridge",
                        "identity client mac = 00:1e:f6:73:5a:00",
                        "identity client port = port 2");
    }

    @Test
    void aCutMessageTellsNothingElse() {
        told.asks("0000 02 02 3d 8003001e").asks("0000 00 80");

        assertThat(told.lines()).containsExactly("violation truncated 9", "notice topology_change_notice");
    }
}
