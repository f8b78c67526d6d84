// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;
import weir.wire.protocol.genisys.Genisys;

/** Messages by hand: kind, station, pairs, check, end. */
class GenisysTest {

    private final Told told = new Told(new Genisys());

    @Test
    void aPollIsAnsweredWithNothingNew() {
        told.asks("fb01 8340 f6").answers("f101 f6");

        assertThat(told.lines())
                .containsExactly("request poll station 1", "response acknowledge_client station 1 +1ms");
    }

    /** As it was captured: the second octet of its check is f5, and not escaped. */
    @Test
    void indicationsAreValuesEvenWhereTheCheckIsNotEscaped() {
        told.answers("f201 01051d061e052c04 cdf5 f6");

        assertThat(told.lines())
                .containsExactly(
                        "notice indication_data station 1",
                        "point server station 1 indication 1 u8 read = 5",
                        "point server station 1 indication 29 u8 read = 6",
                        "point server station 1 indication 30 u8 read = 5",
                        "point server station 1 indication 44 u8 read = 4");
    }

    @Test
    void aWrongCheckAndACutMessageAreNamedAndNothingIsInvented() {
        told.asks("fb01 8341 f6").asks("fc01 0081");

        assertThat(told.lines()).containsExactly("violation bad_checksum 1", "violation truncated 4");
    }

    @Test
    void aMessageGoesFromItsKindToItsEnd() {
        assertThat(told.frame("fb01 8340 f6 fb01", Direction.TO_SERVER)).isEqualTo(5);
        assertThat(told.frame("fb01 83", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
        assertThat(told.frame("0b01 8340 f6", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
    }
}
