// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.analysis.detect.Staged;
import weir.model.Attribute;
import weir.model.Severity;
import weir.model.Target;
import weir.model.Verb;

class WeaknessesTest {

    private static final String SERVER = "10.0.0.2";

    private final Staged plant = new Staged(new Exploits()).judge().between("10.0.0.1", SERVER, 80);

    private void attack() {
        plant.asks("http", Verb.READ, "get", new Target("", "", -1, 0, "/cgi-bin/.%2e/.%2e/etc/passwd"), SERVER);
    }

    private void serves(String software) {
        plant.says("http", SERVER, Attribute.SOFTWARE, software);
    }

    @Test
    void an_attack_on_a_device_that_it_works_on_is_critical_whichever_is_seen_first() {
        attack();
        assertThat(plant.detections()).containsExactly("IT-07");
        serves("Apache/2.4.49 (Unix)");
        assertThat(plant.detections()).containsExactlyInAnyOrder("IT-07", "XC-07");
        assertThat(plant.findings())
                .anyMatch(f -> f.severity() == Severity.CRITICAL
                        && f.seen().contains("Apache/2.4.49")
                        && f.source().toString().equals("10.0.0.1"));
    }

    @Test
    void the_device_may_be_known_before() {
        serves("Apache/2.4.50");
        assertThat(plant.findings()).isEmpty();
        attack();
        assertThat(plant.detections()).contains("XC-07");
    }

    @Test
    void another_version_or_another_device_is_not_weak() {
        serves("Apache/2.4.51");
        plant.says("http", "10.0.0.3", Attribute.SOFTWARE, "Apache/2.4.49");
        attack();
        assertThat(plant.detections()).containsExactly("IT-07");
    }
}
