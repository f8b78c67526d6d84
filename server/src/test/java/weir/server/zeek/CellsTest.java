// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellsTest {

    private static final LogFormat.Column TEXT = new LogFormat.Column("text", "string", "");
    private static final LogFormat.Column LIST = new LogFormat.Column("list", "vector[string]", "");
    private static final LogFormat.Column TIME = new LogFormat.Column("ts", "time", "");
    private static final LogFormat.Column NUMBER = new LogFormat.Column("number", "double", "");

    @Test
    void octetsThatAreNoTextStandAsNumbers() {
        assertThat(Cells.of(TEXT, "a\tb\\c\u0000\u00ff")).isEqualTo("a\\x09b\\\\c\\x00\\xff");
        assertThat(Cells.of(TEXT, "\u00c3\u00a9")).isEqualTo("\u00e9");
    }

    @Test
    void whatIsNoTextAsAWholeHasNoLettersBeyondAscii() {
        assertThat(Cells.of(TEXT, "a\u00c3\u00a9\u00ff")).isEqualTo("a\\xc3\\xa9\\xff");
    }

    @Test
    void nothingAndEmptyAreTwoThings() {
        assertThat(Cells.of(TEXT, null)).isEqualTo("-");
        assertThat(Cells.of(TEXT, "")).isEqualTo("(empty)");
        assertThat(Cells.of(LIST, List.of())).isEqualTo("(empty)");
        assertThat(Cells.of(TEXT, "-")).isEqualTo("\\x2d");
    }

    @Test
    void aCommaInsideAnElementDoesNotEndIt() {
        assertThat(Cells.of(LIST, List.of("a,b", "c"))).isEqualTo("a\\x2cb,c");
        assertThat(Cells.of(TEXT, "a,b")).isEqualTo("a,b");
    }

    @Test
    void timesHaveMicroseconds() {
        assertThat(Cells.of(TIME, 1_600_962_533_333_705_999L)).isEqualTo("1600962533.333705");
        assertThat(Cells.of(TIME, -1_500_000L)).isEqualTo("-0.001500");
    }

    @Test
    void numbersHaveSixDecimalsAtMostAndOneAtLeast() {
        assertThat(Cells.of(NUMBER, 0.0)).isEqualTo("0.0");
        assertThat(Cells.of(NUMBER, -100039.0625)).isEqualTo("-100039.0625");
        assertThat(Cells.of(NUMBER, 1.23456789)).isEqualTo("1.234568");
    }
}
