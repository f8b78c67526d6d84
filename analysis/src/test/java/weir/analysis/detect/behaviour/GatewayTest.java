// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.analysis.detect.Staged;
import weir.model.Severity;
import weir.model.Target;
import weir.model.Verb;

/** Stations that become gateways, and names. */
class GatewayTest {

    private static final String MAC = "00:11:22:33:44:55";

    private static void sends(Staged plant, String from) {
        plant.on(MAC, "00:11:22:33:44:66")
                .after(1)
                .between(from, "10.0.0.2", 502)
                .opened();
    }

    @Test
    void a_station_that_sends_for_many_is_told_and_one_with_a_second_address_is_not() {
        Staged plant = new Staged(new Bridges()).learn();
        sends(plant, "10.0.0.1");
        plant.judge();
        sends(plant, "10.0.0.1");
        sends(plant, "10.0.0.11");
        assertThat(plant.findings()).isEmpty();
        for (int i = 20; i < 24; i++) {
            sends(plant, "10.0.0." + i);
        }
        assertThat(plant.detections()).containsExactly("BL-13");
    }

    @Test
    void a_router_that_was_one_is_not_told() {
        Staged plant = new Staged(new Bridges()).learn();
        for (int i = 1; i < 9; i++) {
            sends(plant, "10.0.0." + i);
        }
        plant.judge();
        for (int i = 1; i < 30; i++) {
            sends(plant, "10.0.0." + i);
        }
        assertThat(plant.findings()).isEmpty();
    }

    private static void offers(Staged plant, String server) {
        plant.between("0.0.0.0", server, 67).opened().answers("dhcp", Verb.SESSION, "offer", "", -1);
    }

    @Test
    void another_station_that_hands_out_addresses_is_told() {
        Staged plant = new Staged(new Bridges()).learn();
        offers(plant, "10.0.0.1");
        plant.judge();
        offers(plant, "10.0.0.1");
        assertThat(plant.findings()).isEmpty();
        offers(plant, "10.0.0.66");
        assertThat(plant.findings()).singleElement().satisfies(f -> {
            assertThat(f.source()).hasToString("10.0.0.66");
            assertThat(f.severity()).isEqualTo(Severity.MEDIUM);
        });
    }

    private static void looksUp(Staged plant, String client, String name) {
        plant.between(client, "10.0.0.53", 53).opened().tell(true, Staged.lookup(name));
    }

    @Test
    void a_controller_that_looks_up_a_new_domain_is_told_and_an_office_host_is_not() {
        Staged plant = new Staged(new NewNames()).learn();
        plant.between("10.0.0.1", "10.0.0.2", 502).opened().speaks("modbus");
        looksUp(plant, "10.0.0.2", "time.example.org");
        plant.judge();
        looksUp(plant, "10.0.0.2", "other.example.org");
        looksUp(plant, "10.0.0.9", "news.example.net");
        assertThat(plant.findings()).isEmpty();
        looksUp(plant, "10.0.0.2", "c2.evil.example");
        assertThat(plant.findings()).singleElement().satisfies(f -> {
            assertThat(f.detector()).isEqualTo("BL-14");
            assertThat(f.seen()).contains("evil.example");
        });
    }

    @Test
    void a_host_that_answers_to_every_name_is_told() {
        Staged plant = new Staged(new NewNames());
        plant.between("10.0.0.5", "10.0.0.66", 5355).opened();
        for (int i = 0; i < 4; i++) {
            plant.answers("llmnr", Verb.READ, "query", new Target("", "A", -1, 0, "host" + i), "");
        }
        assertThat(plant.findings()).isEmpty();
        plant.answers("llmnr", Verb.READ, "query", new Target("", "A", -1, 0, "wpad"), "");
        assertThat(plant.findings()).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.HIGH);
            assertThat(f.techniques()).contains("T0830");
        });
    }
}
