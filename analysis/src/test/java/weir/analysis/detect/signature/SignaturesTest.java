// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import weir.analysis.detect.Staged;
import weir.model.Alert;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Severity;
import weir.model.Target;
import weir.model.Verb;

class SignaturesTest {

    private static Staged plant(@Nullable OperationTest test) {
        return plant(test == null, test);
    }

    private static Staged plant(boolean packets, @Nullable OperationTest test) {
        Rule rule = new Rule(
                "1:7:1", "Something", Severity.HIGH, List.of("T0855"), at -> at.serverPort() == 502, packets, test);
        return new Staged(new Signatures(List.of(rule))).judge().between("10.0.0.1", "10.0.0.2", 502);
    }

    @Test
    void an_alert_about_a_packet_is_claimed_with_the_words_of_its_rule() {
        Staged plant = plant(null);
        plant.tell(true, new Alert("signature", "1:8:1", "another", Severity.HIGH, ""));
        plant.tell(true, new Alert("suricata", "1:7:1", "of another product", Severity.HIGH, ""));
        assertThat(plant.findings()).isEmpty();
        plant.tell(true, new Alert("signature", "1:7:1", "Something", Severity.HIGH, ""));
        assertThat(plant.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.detector()).isEqualTo("RU-02");
            assertThat(finding.title()).isEqualTo("Something");
            assertThat(finding.techniques()).containsExactly("T0855");
        });
    }

    @Test
    void an_operation_is_claimed_where_service_object_and_ends_are_those_of_the_rule() {
        OperationTest writes = new OperationTest.Access("modbus", true, "coil", 10, 20);
        Staged plant = plant(writes);
        plant.asks("modbus", Verb.READ, "read_coils", "coil", 10);
        plant.asks("modbus", Verb.WRITE, "write_coil", "coil", 9);
        plant.asks("modbus", Verb.WRITE, "write_register", "holding_register", 10);
        plant.asks("fins", Verb.WRITE, "write_coil", "coil", 10);
        plant.between("10.0.0.1", "10.0.0.2", 503).asks("modbus", Verb.WRITE, "write_coil", "coil", 10);
        assertThat(plant.findings()).isEmpty();
        plant.between("10.0.0.1", "10.0.0.2", 502)
                .asks("modbus", Verb.WRITE, "write_coils", new Target("", "coil", 5, 6, ""), "");
        assertThat(plant.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.seen()).contains("coil 5-10"));
    }

    @Test
    void services_units_objects_and_ways_hold_each_for_their_own() {
        var write = Staged.operation("dnp3", Verb.WRITE, "write", Phase.REQUEST, "12:1", 1, Outcome.OPEN);
        int code = write.service().code();
        assertThat(new OperationTest.Services("dnp3", Set.of(code), false).holds(write))
                .isTrue();
        assertThat(new OperationTest.Services("dnp3", Set.of(code), true).holds(write))
                .isFalse();
        assertThat(new OperationTest.Services("modbus", Set.of(code), false).holds(write))
                .isFalse();
        assertThat(new OperationTest.Space("dnp3", "12:1").holds(write)).isTrue();
        assertThat(new OperationTest.Space("dnp3", "12:2").holds(write)).isFalse();
        var answer = Staged.operation("dnp3", Verb.WRITE, "write", Phase.RESPONSE, "12:1", 1, Outcome.OPEN);
        assertThat(new OperationTest.Services("dnp3", Set.of(code), false).holds(answer))
                .isFalse();
    }

    private static Operation modbus(int code, Phase phase, String unit) {
        Service service = new Service.Unlisted("service", code, Verb.DIAGNOSE);
        return new Operation("modbus", service, phase, new Target(unit, "", -1, 0, ""), "", Outcome.OPEN);
    }

    @Test
    void a_function_of_modbus_is_told_with_its_subfunctions_and_by_who_asks_alone() {
        Operation listenOnly = modbus(8 << 8 | 4, Phase.REQUEST, "");
        assertThat(new OperationTest.Function(8, -1, false).holds(listenOnly)).isTrue();
        assertThat(new OperationTest.Function(8, 4, false).holds(listenOnly)).isTrue();
        assertThat(new OperationTest.Function(8, 1, false).holds(listenOnly)).isFalse();
        assertThat(new OperationTest.Function(8, -1, true).holds(listenOnly)).isFalse();
        assertThat(new OperationTest.Function(5, -1, true).holds(listenOnly)).isTrue();
        assertThat(new OperationTest.Function(5, -1, false).holds(modbus(5, Phase.REQUEST, "")))
                .isTrue();
        assertThat(new OperationTest.Function(5, -1, false).holds(modbus(5, Phase.RESPONSE, "")))
                .isFalse();
    }

    @Test
    void units_are_compared_by_number() {
        Operation third = modbus(3, Phase.REQUEST, "unit 3");
        assertThat(new OperationTest.Unit("modbus", 3, 3, false).holds(third)).isTrue();
        assertThat(new OperationTest.Unit("modbus", 2, 9, false).holds(third)).isTrue();
        assertThat(new OperationTest.Unit("modbus", 4, 9, false).holds(third)).isFalse();
        assertThat(new OperationTest.Unit("modbus", 3, 3, true).holds(third)).isFalse();
        assertThat(new OperationTest.Unit("modbus", 3, 3, true).holds(modbus(3, Phase.REQUEST, "")))
                .isTrue();
        assertThat(new OperationTest.Unit("dnp3", 3, 3, true).holds(third)).isFalse();
    }

    @Test
    void an_operation_in_a_packet_that_looks_otherwise_is_not_claimed() {
        Alert looks = new Alert("signature", "1:7:1", "Something", Severity.HIGH, "");
        OperationTest writes = new OperationTest.Access("modbus", true, "coil", -1, -1);
        Staged plant = plant(true, writes);
        plant.asks("modbus", Verb.WRITE, "write_coil", "coil", 1);
        plant.tell(true, looks);
        plant.after(1).asks("modbus", Verb.READ, "read_coils", "coil", 1);
        assertThat(plant.findings()).isEmpty();
    }

    @Test
    void what_is_normal_is_not_claimed() {
        Staged plant = plant(new OperationTest.Access("modbus", true, "coil", -1, -1));
        plant.learn().asks("modbus", Verb.WRITE, "write_coil", "coil", 1);
        assertThat(plant.findings()).isEmpty();
        plant.judge().asks("modbus", Verb.WRITE, "write_coil", "coil", 1);
        assertThat(plant.findings()).hasSize(1);
    }
}
