// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

/**
 * The beat of the rows. Rows that come as they should follow each other; after a gap, or where the time runs back, the
 * row before says nothing about the next.
 *
 * @param period seconds from row to row; 0 if not known
 */
public record Grid(double period) {

    private static final double GAP_PERIODS = 10;

    /** Whether the next row starts anew, {@code seconds} after the row before. */
    boolean breaksAt(double seconds) {
        return seconds < 0 || (period > 0 && seconds > GAP_PERIODS * period);
    }
}
