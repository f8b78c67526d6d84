// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec61850;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.wire.protocol.mms.Element.of;
import static weir.wire.protocol.mms.Element.text;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

class SampledValuesTest {

    private final Told told = new Told(new SampledValues());

    /** One unit of stream "A", revision 1, one value with its quality. */
    private static String frame(int count, int synchronisation, int value) {
        String unit = of(
                "30",
                text("80", "A"),
                "8202%04x 830400000001 8501%02x".formatted(count, synchronisation),
                of("87", "%08x00002000".formatted(value)));
        String publication = of("60", "800101", of("a2", unit));
        return "4000 %04x 0000 0000 %s".formatted(Told.bytes(publication).length + 8, publication);
    }

    @Test
    void aStreamIsToldOnceUntilItChanges() {
        told.asks(frame(0, 2, 1000)).asks(frame(1, 2, 1001)).asks(frame(2, 2, 1002));
        assertThat(told.lines())
                .containsExactly(
                        "notice samples stream A (synchronised globally)",
                        "point client samples A 0 i32 reported = 1000 quality 8192");
        assertThat(told.facts()).filteredOn(f -> f.equals("sv svid=A")).hasSize(3);
        told.asks(frame(3, 0, -5));
        assertThat(told.lines())
                .containsExactly(
                        "notice samples stream A (not synchronised)",
                        "point client samples A 0 i32 reported = -5 quality 8192");
    }

    @Test
    void aStreamIsToldAgainEachSecondWithWhatWentWrongInIt() {
        told.asks(frame(0, 2, 1)).lines();
        // a message a millisecond: of 1,000, two are missing and one comes twice
        for (int i = 1; i <= 1000; i++) {
            told.asks(frame(i == 500 ? 499 : i < 500 ? i : i + 2, 2, 1));
        }
        assertThat(told.lines())
                .containsExactly(
                        "notice samples stream A (synchronised globally)",
                        "point client samples A 0 i32 reported = 1 quality 8192",
                        "violation samples_missing 3",
                        "violation sample_count_backwards 1");
    }

    @Test
    void whatIsMalformedIsNoticed() {
        told.asks("4000 0010 0000 0000 6006 800101 a201 30");
        told.asks("4000 0015 0000 0000 600b 800101 a206 3004 82020000");
        told.asks("4000 00");
        assertThat(told.lines())
                .containsExactly("violation malformed 8", "violation malformed_unit 13", "violation truncated 3");
    }
}
