// SPDX-License-Identifier: Apache-2.0
package weir.wire.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Operation;
import weir.wire.SinkOptions;
import weir.wire.Told;

/** Frames in, observations out. */
class SensorTest {

    /** Ethernet, then ARP: who has 192.0.2.2? 192.0.2.1 asks. */
    private static final byte[] QUESTION = Told.bytes(
            "ffffffffffff 020000000001 0806" + "0001 0800 06 04 0001 020000000001 c0000201 000000000000 c0000202");

    private final List<String> told = new ArrayList<>();
    private final List<String> counted = new ArrayList<>();

    private void twice(SinkOptions options) {
        Sensor sensor = new Sensor(
                "test",
                (at, what) -> {
                    if (what instanceof Operation operation) {
                        told.add(operation.service().label());
                    }
                },
                options);
        sensor.frame(QUESTION, 0, QUESTION.length, QUESTION.length, 1, 1_000_000, 1);
        sensor.frame(QUESTION, 0, QUESTION.length, QUESTION.length, 1, 1_001_000, 2);
        sensor.finish();
    }

    @Test
    void theCopyOfAMirrorIsNotToldOf() {
        twice(SinkOptions.PLAIN);
        assertThat(told).hasSize(1);
    }

    @Test
    void theCopyOfAMirrorIsCounted() {
        twice(SinkOptions.PLAIN.counting((protocol, key, value) -> counted.add(protocol + " " + key + "=" + value)));
        assertThat(counted)
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(counted).filteredOn(fact::equals).hasSize(2));
    }
}
