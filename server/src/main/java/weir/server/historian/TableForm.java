// SPDX-License-Identifier: Apache-2.0
package weir.server.historian;

import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known beforehand of how a table is written; what is null is found in the table.
 *
 * @param header whether its first line has the names of the columns
 * @param time name or number (from 1) of the column of the time, or {@code none}
 * @param timePattern how the time is written
 * @param period seconds from row to row where there is no time
 * @param ignored columns that are left out, by name or number
 * @param machine name or number (from 1) of the column that tells machines apart; its cells are texts
 */
public record TableForm(
        @Nullable Separator separator,
        @Nullable Boolean decimalComma,
        @Nullable Boolean header,
        boolean transposed,
        @Nullable String time,
        @Nullable DateTimeFormatter timePattern,
        double period,
        Set<String> ignored,
        @Nullable String machine) {

    boolean hasNoTime() {
        return "none".equals(time);
    }
}
