// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

/**
 * A way to look at how far a row is from normal.
 *
 * <p>Some views ask how the columns hang together, which is learnt soon. The others ask where the process stands; that
 * says something only once it has been everywhere it goes, so they count only when as much was learnt as the
 * false-alarm budget speaks of.
 */
enum View {
    /** All columns against their estimates from the others: many small misfits. */
    BROAD(false),
    /** The one column that fits its estimate worst. */
    DEEP(false),
    /** What lies outside of the subspace of normal operation (the squared prediction error, SPE). */
    REST(false),
    /** How far off the middle the process is within that subspace (T²). */
    PLACE(true),
    /** How far a column is out of its range, or changes faster than ever, or has a value never seen. */
    LIMITS(true);

    static final View[] ALL = values();

    private final boolean needsAllOfNormal;

    View(boolean needsAllOfNormal) {
        this.needsAllOfNormal = needsAllOfNormal;
    }

    boolean needsAllOfNormal() {
        return needsAllOfNormal;
    }
}
