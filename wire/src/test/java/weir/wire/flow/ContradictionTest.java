// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Sighting;
import weir.model.Violation;

/** A segment that comes again is compared with the one before it. */
class ContradictionTest {

    private static final String ON = "680e00000000 0101030c0c00 640000 01";
    private static final String OFF = "680e00000000 0101030c0c00 640000 00";

    private final List<String> broken = new ArrayList<>();
    private final Segments wire = new Segments(this::hear);

    private void hear(Sighting seen, weir.model.Observation what) {
        if (what instanceof Violation violation) {
            broken.add(violation.protocol() + " " + violation.name());
        }
    }

    @Test
    void aRepetitionOfTheSameBytesIsNoContradiction() {
        wire.segment(1, ON);
        wire.segment(1, ON);
        wire.segment(17, OFF);
        wire.segment(17, OFF);
        assertThat(broken).isEmpty();
    }

    @Test
    void aSegmentThatSaysSomethingElseInTheSamePlaceIsOne() {
        wire.segment(1, ON);
        wire.segment(1, OFF);
        assertThat(broken).containsExactly("tcp contradicting_segment");
    }
}
