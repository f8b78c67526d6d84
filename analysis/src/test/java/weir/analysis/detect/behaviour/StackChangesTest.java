// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.analysis.detect.Staged;
import weir.model.Attribute;

class StackChangesTest {

    private static final String HOST = "10.0.0.1";
    private static final String LINUX = "ttl 64, options mss sack time nop scale7";
    private static final String WINDOWS = "ttl 128, options mss nop scale8 nop nop sack";

    private static void says(Staged plant, String sign) {
        plant.between(HOST, "10.0.0.2", 502).says("tcp", HOST, Attribute.FINGERPRINT, sign);
    }

    @Test
    void a_host_that_becomes_another_system_is_told() {
        Staged plant = new Staged(new StackChanges()).learn();
        says(plant, LINUX);
        plant.judge();
        says(plant, LINUX);
        assertThat(plant.findings()).isEmpty();
        says(plant, WINDOWS);
        assertThat(plant.detections()).containsExactly("TM-06");
        assertThat(plant.findings().getFirst().expected()).isEqualTo(LINUX);
    }

    @Test
    void several_hosts_behind_one_address_and_new_hosts_are_not_told() {
        Staged plant = new Staged(new StackChanges()).learn();
        says(plant, LINUX);
        says(plant, WINDOWS);
        plant.judge();
        says(plant, "ttl 255, options mss");
        says(plant, LINUX);
        assertThat(plant.findings()).isEmpty();
        Staged empty = new Staged(new StackChanges()).judge();
        says(empty, LINUX);
        assertThat(empty.findings()).isEmpty();
    }
}
