// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Operation;
import weir.model.Sighting;

/** A message whose length is damaged does not swallow those that follow it. */
class DamagedLengthTest {

    private static final String TEST = "680443000000";
    private static final String CONFIRMATION = "680483000000";
    private static final String ACKNOWLEDGEMENT = "680401000a00";

    /** M_SP_NA_1, station 12, object 100. */
    private static final String VALUE = "680e00000000 0101030c0c00 640000 01";

    private final List<String> told = new ArrayList<>();
    private final Segments wire = new Segments(this::hear);

    private void hear(Sighting seen, weir.model.Observation what) {
        if (what instanceof Operation operation) {
            told.add(operation.service().label());
        }
    }

    @Test
    void segmentsOfSeveralMessagesEndOneThatIsTooLong() {
        wire.segment(TEST);
        wire.segment("68c343000000"); // as if 197 octets long
        wire.segment(ACKNOWLEDGEMENT + VALUE);
        wire.segment(ACKNOWLEDGEMENT + VALUE + VALUE);
        assertThat(told).containsExactly("testfr", "acknowledge", "m_sp_na_1", "acknowledge", "m_sp_na_1", "m_sp_na_1");
    }

    @Test
    void aSegmentOfSeveralMessagesEndsOneThatWouldEndInsideIt() {
        wire.segment(TEST);
        wire.segment("681043000000"); // as if 18 octets long
        wire.segment(ACKNOWLEDGEMENT + VALUE);
        assertThat(told).containsExactly("testfr", "acknowledge", "m_sp_na_1");
    }

    @Test
    void aMessageInTwoSegmentsIsNoneOfTheseWhereItsRestIsNoMessage() {
        wire.segment(TEST);
        wire.segment(VALUE + "680e00000000 0101030c");
        wire.segment("0c00 640000 01" + CONFIRMATION);
        assertThat(told).containsExactly("testfr", "m_sp_na_1", "m_sp_na_1", "testfr");
    }
}
