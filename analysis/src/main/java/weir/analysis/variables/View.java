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
    BROAD(0, false),
    /** The one column that fits its estimate worst. */
    DEEP(1, false),
    /** What lies outside of the subspace of normal operation (the squared prediction error, SPE). */
    REST(2, false),
    /** How far off the middle the process is within that subspace (T²). */
    PLACE(3, true),
    /** How far a column is out of its range, or changes faster than ever, or has a value never seen. */
    LIMITS(4, true);

    static final View[] ALL = values();

    private final int index;
    private final boolean needsAllOfNormal;

    View(int index, boolean needsAllOfNormal) {
        this.index = index;
        this.needsAllOfNormal = needsAllOfNormal;
    }

    /** Where its value is among those of all views. */
    int index() {
        return index;
    }

    boolean needsAllOfNormal() {
        return needsAllOfNormal;
    }
}
