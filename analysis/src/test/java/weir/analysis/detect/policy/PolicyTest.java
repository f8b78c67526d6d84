// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import weir.analysis.deed.Deed;
import weir.analysis.detect.Staged;
import weir.model.Address;
import weir.model.Network;
import weir.model.Severity;
import weir.model.Verb;

/** What people laid down. */
class PolicyTest {

    private static final PlantPolicy ZONES = new PlantPolicy(
            List.of(),
            List.of(
                    new PlantPolicy.Zone("office", List.of(Network.parse("10.0.0.0/8"))),
                    new PlantPolicy.Zone("control", List.of(Network.parse("10.1.0.0/16")))),
            List.of(new Conduit("office", "control", Set.of("modbus"), Set.of(Deed.READ))));

    private static Staged plant() {
        return new Staged(new ZoneCrossings(ZONES));
    }

    @Test
    void what_a_conduit_allows_is_not_told() {
        Staged plant = plant().between("10.0.0.1", "10.1.0.2", 502).opened().speaks("modbus");
        plant.asks("modbus", Verb.READ, "read_coils", "coil", 0);
        plant.between("10.1.0.1", "10.1.0.2", 502).opened();
        plant.between("192.168.0.1", "10.1.0.2", 502).opened();
        assertThat(plant.findings()).isEmpty();
    }

    @Test
    void a_write_through_a_conduit_for_reads_is_told() {
        Staged plant = plant().between("10.0.0.1", "10.1.0.2", 502).opened().speaks("modbus");
        plant.asks("modbus", Verb.WRITE, "write_single_coil", "coil", 0);
        assertThat(plant.findings()).singleElement().satisfies(f -> {
            assertThat(f.detector()).isEqualTo("BL-15");
            assertThat(f.severity()).isEqualTo(Severity.HIGH);
        });
    }

    @Test
    void another_protocol_and_the_other_direction_are_told() {
        Staged protocol = plant().between("10.0.0.1", "10.1.0.2", 445).opened().speaks("smb");
        assertThat(protocol.findings().getFirst().severity()).isEqualTo(Severity.MEDIUM);
        Staged back = plant().between("10.1.0.2", "10.0.0.1", 502).opened();
        assertThat(back.findings().getFirst().severity()).isEqualTo(Severity.HIGH);
    }

    private static Staged stopped(int from, int until) {
        // the stage begins on Tuesday, 14 November 2023, at 22:13 UTC
        WorkHours hours =
                new WorkHours(ZoneOffset.UTC, Set.of(DayOfWeek.TUESDAY), LocalTime.of(from, 0), LocalTime.of(until, 0));
        PlantPolicy policy = new PlantPolicy(List.of(hours), List.of(), List.of());
        Staged plant = new Staged(new OutsideHours(policy));
        plant.between("10.0.0.1", "10.1.0.2", 102).opened().speaks("s7comm");
        return plant.asks("s7comm", Verb.CONTROL, "plc_stop", "", -1);
    }

    @Test
    void engineering_is_told_outside_the_hours_only() {
        assertThat(stopped(6, 18).detections()).containsExactly("BL-11");
        assertThat(stopped(6, 23).findings()).isEmpty();
        assertThat(stopped(20, 4).findings()).isEmpty();
        assertThat(stopped(23, 4).detections()).containsExactly("BL-11");
    }

    @Test
    void a_network_holds_what_begins_with_its_bits() {
        assertThat(Network.parse("10.1.2.0/23").contains(Address.parse("10.1.3.255")))
                .isTrue();
        assertThat(Network.parse("10.1.2.0/23").contains(Address.parse("10.1.4.0")))
                .isFalse();
        assertThat(Network.parse("0.0.0.0/0").contains(Address.parse("203.0.113.1")))
                .isTrue();
        assertThat(Network.parse("fd00::/8").contains(Address.parse("fd12::1"))).isTrue();
        assertThat(Network.parse("fd00::1:0/112").contains(Address.parse("fd00::2:0")))
                .isFalse();
        assertThat(Network.parse("10.0.0.7").contains(Address.parse("10.0.0.7")))
                .isTrue();
        assertThatThrownBy(() -> Network.parse("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Network.parse("nowhere/8")).isInstanceOf(IllegalArgumentException.class);
    }
}
