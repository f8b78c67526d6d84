// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

import java.util.List;

/**
 * What is to be expected of a machine.
 *
 * @param remaining rows until it fails; NaN where nothing can be said
 * @param low seldom are fewer left
 * @param high seldom are more left
 * @param verdict why something or nothing is said
 * @param strange where the machine is like none that was learnt: the columns that have most to do with it, best first
 */
public record Foretold(double remaining, double low, double high, Verdict verdict, List<String> strange) {

    /** Whether there is an estimate. */
    public enum Verdict {
        /** There is one. */
        KNOWN,
        /** Too few rows of the machine were seen. */
        YOUNG,
        /** Its columns hang together as in none of the machines that were learnt: another way to fail, or a sensor. */
        STRANGE
    }

    static Foretold nothing(Verdict verdict, List<String> strange) {
        return new Foretold(Double.NaN, Double.NaN, Double.NaN, verdict, strange);
    }
}
