// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.analysis.detect.Staged;
import weir.model.Contact;
import weir.model.Grade;
import weir.model.Transport;

class SweepsTest {

    private static List<String> opened(Grade grade) {
        Staged plant = new Staged(new Sweeps());
        for (int i = 1; i <= 30; i++) {
            plant.between("10.0.0.1", "203.0.113." + i, 80);
            plant.tell(true, new Contact(Contact.State.OPENED, Transport.TCP, "", grade, 1, 0, 0, 0, 1, 1, i, i));
        }
        return plant.detections();
    }

    @Test
    void many_addresses_tried_are_a_scan_and_many_connections_that_end_are_none() {
        assertThat(opened(Grade.ONE_WAY)).containsExactly("IT-01");
        assertThat(opened(Grade.JOINED)).isEmpty();
    }
}
