// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

/** Exponentially weighted means, one for each column; they start at 0, so that a start never alarms by itself. */
final class Smoother {

    private final double weight;
    private final double[] means;

    Smoother(int columns, double weight) {
        this.weight = weight;
        means = new double[columns];
    }

    void add(int column, double value) {
        means[column] += weight * (value - means[column]);
    }

    double[] means() {
        return means;
    }
}
