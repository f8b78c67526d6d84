// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;

/** The three octets that are known, by hand. */
class TeamViewerTest {

    private final Told told = new Told(new TeamViewer());

    @Test
    void aConnectionIsToldOnceEachWay() {
        assertThat(told.frame("1724 0a 2000", Direction.TO_SERVER)).isEqualTo(3);
        told.asks("1724 0a").answers("1130 0b");

        assertThat(told.lines())
                .containsExactly("notice session command 10 (17 24)", "notice session command 11 (11 30)");
        assertThat(told.frame("1724 10 0400", Direction.TO_SERVER)).isEqualTo(Dialogue.DONE);
    }

    @Test
    void whatIsCutOrSomethingElseIsNamed() {
        told.asks("1724").asks("1703 03");

        assertThat(told.lines()).containsExactly("violation truncated 2", "violation malformed 5891");
        assertThat(told.frame("1703 03", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
    }
}
