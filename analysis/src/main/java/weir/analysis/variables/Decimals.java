// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

/** The unit of the last decimal place that values are written with. */
final class Decimals {

    private static final double[] STEPS = {1, 1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7, 1e-8, 1e-9};

    private Decimals() {}

    /** The given step, or a finer one if {@code value} needs it; never finer than 1e-9. */
    static double finer(double step, double value) {
        int places = 0;
        while (places < STEPS.length - 1 && (STEPS[places] > step || !fits(value / STEPS[places]))) {
            places++;
        }
        return STEPS[places];
    }

    private static boolean fits(double steps) {
        return Math.abs(steps - Math.rint(steps)) <= 1e-9 + 1e-12 * Math.abs(steps);
    }
}
