// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

/** The factor of a symmetric positive definite matrix: {@code a} is {@code factor} times its transpose. */
final class Cholesky {

    private final double[][] factor;

    /** @throws ArithmeticException if the matrix is not positive definite */
    Cholesky(double[][] a) {
        int size = a.length;
        factor = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = a[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                if (i != j) {
                    factor[i][j] = rest / factor[j][j];
                } else if (rest > 0) {
                    factor[i][i] = Math.sqrt(rest);
                } else {
                    throw new ArithmeticException("the matrix is not positive definite at " + i);
                }
            }
        }
    }

    double[] solve(double[] right) {
        int size = right.length;
        double[] x = right.clone();
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }

    double[][] inverse() {
        double[][] inverse = new double[factor.length][];
        for (int i = 0; i < factor.length; i++) {
            double[] unit = new double[factor.length];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }
}
