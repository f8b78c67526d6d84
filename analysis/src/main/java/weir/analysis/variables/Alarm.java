// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.List;

/**
 * A stretch of rows that is not normal.
 *
 * @param start time of its first row, as it was given
 * @param end time of its last row
 * @param score the highest; 1 is the threshold
 * @param contributors the columns that have most to do with it, the first one first
 */
public record Alarm(String start, String end, double score, List<String> contributors) {}
