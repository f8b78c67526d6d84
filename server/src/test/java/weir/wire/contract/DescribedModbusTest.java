// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.PointValue;
import weir.wire.Protocol;
import weir.wire.SinkOptions;
import weir.wire.sensor.Protocols;
import weir.wire.sensor.Sensor;

/** Modbus by its description tells what the hand-written decoder tells, of the services that it describes. */
class DescribedModbusTest {

    private static final String SERVICES = "(read|write)_(single|multiple|holding|input|coil|discrete).*";

    @Test
    void reading_and_writing_are_told_alike_in_the_sample_and_all_modbus_captures() {
        int compared = 0;
        for (Path capture : Material.captures()) {
            String name = capture.toString();
            if ((name.contains("modbus") && !name.contains("broken")) || name.contains("samples")) {
                List<String> byHand = told(capture, Protocols.all(), "modbus");
                List<String> byDescription = told(capture, Descriptions.ALL, "modbus_described");
                compared += byHand.size();
                for (int i = 0; i < Math.min(byHand.size(), byDescription.size()); i++) {
                    assertThat(byDescription.get(i)).as(name + " line " + i).isEqualTo(byHand.get(i));
                }
                assertThat(byDescription).as(name).hasSameSizeAs(byHand);
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    /** A refusal where a request is expected: the hand-written decoder tells it as a violation only. */
    private static boolean isRefusedRequest(Operation o) {
        return o.phase() == Phase.REQUEST && o.outcome().kind() == Outcome.Kind.REFUSED;
    }

    private static List<String> told(Path capture, List<Protocol> protocols, String name) {
        List<String> lines = new ArrayList<>();
        SinkOptions options = SinkOptions.PLAIN.withPoints();
        Material.run(
                capture,
                new Sensor(
                        "",
                        (at, what) -> {
                            if (what instanceof Operation o
                                    && o.protocol().equals(name)
                                    && o.service().label().matches(SERVICES)
                                    && !isRefusedRequest(o)) {
                                lines.add(at.packet() + " " + o.phase() + " "
                                        + o.service().label() + " " + o.verb() + " " + o.target() + " "
                                        + o.outcome().kind() + " " + o.outcome().code());
                            } else if (what instanceof PointValue p
                                    && p.protocol().equals(name)) {
                                lines.add(at.packet() + " " + p.point().label() + " "
                                        + at.reading().integer());
                            }
                        },
                        options,
                        protocols));
        return lines;
    }
}
