// SPDX-License-Identifier: Apache-2.0
package weir.server.historian;

import java.util.Locale;
import java.util.Set;

/** Numbers as exports write them. */
final class Numbers {

    /** What stands for a value that is not there. */
    private static final Set<String> MISSING = Set.of(
            "",
            "nan",
            "null",
            "none",
            "na",
            "n/a",
            "#n/a",
            "-",
            "--",
            "?",
            "inf",
            "-inf",
            "infinity",
            "-infinity",
            "bad",
            "bad input",
            "no data",
            "i/o timeout",
            "comm fail",
            "shutdown",
            "pt created",
            "not connect");

    private Numbers() {}

    /** Whether a cell is a number, or a value that is missing. */
    static boolean isValue(String cell, boolean comma) {
        return !Double.isInfinite(value(cell, comma));
    }

    /** The number; NaN if it is missing; infinite if the cell is no number. */
    static double value(String cell, boolean comma) {
        if (!cell.isEmpty() && isStart(cell.charAt(0))) {
            try {
                double value = Double.parseDouble(comma ? cell.replace(',', '.') : cell);
                return Double.isInfinite(value) ? Double.NaN : value;
            } catch (NumberFormatException notOne) {
                // it may be one of the words below
            }
        }
        String word = cell.toLowerCase(Locale.ROOT);
        return switch (word) {
            case "true", "on" -> 1;
            case "false", "off" -> 0;
            default -> MISSING.contains(word) ? Double.NaN : Double.POSITIVE_INFINITY;
        };
    }

    /** A trailing letter makes 1d a number in Java, and not in a table. */
    private static boolean isStart(char c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == ',';
    }

    static boolean hasComma(String cell) {
        return cell.indexOf(',') >= 0 && cell.indexOf('.') < 0 && Double.isFinite(value(cell, true));
    }
}
