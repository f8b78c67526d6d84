// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

/** Sums of rows and of their products: means and covariances, of which a part can be taken away again. */
final class Moments {

    private final int width;
    private final double[] sums;
    private final double[] products;
    private long count;

    Moments(int width) {
        this.width = width;
        sums = new double[width];
        products = new double[width * width];
    }

    void add(double[] row) {
        count++;
        for (int i = 0; i < width; i++) {
            double value = row[i];
            sums[i] += value;
            int at = i * width;
            for (int j = 0; j <= i; j++) {
                products[at + j] += value * row[j];
            }
        }
    }

    /** Adds ({@code sign} 1) or takes away (-1) what the other has. */
    void add(Moments other, int sign) {
        count += sign * other.count;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += sign * other.sums[i];
        }
        for (int i = 0; i < products.length; i++) {
            products[i] += sign * other.products[i];
        }
    }

    int width() {
        return width;
    }

    double[] means() {
        double[] means = new double[width];
        for (int i = 0; i < width; i++) {
            means[i] = sums[i] / count;
        }
        return means;
    }

    double[][] covariance() {
        double[] means = means();
        double[][] all = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                all[i][j] = products[i * width + j] / count - means[i] * means[j];
                all[j][i] = all[i][j];
            }
        }
        return all;
    }
}
