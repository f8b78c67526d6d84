// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.Arrays;

/** Exponentially weighted means, one for each column. */
final class Smoother {

    private final double weight;
    private final double[] means;

    Smoother(int columns, double weight, double start) {
        this.weight = weight;
        means = new double[columns];
        Arrays.fill(means, start);
    }

    void add(int column, double value) {
        means[column] += weight * (value - means[column]);
    }

    double[] means() {
        return means;
    }
}
