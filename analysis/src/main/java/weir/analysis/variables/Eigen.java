// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Eigenvalues, greatest first, and eigenvectors of a symmetric matrix, by rotations (the cyclic method of Jacobi). */
final class Eigen {

    private static final int MOST_SWEEPS = 60;

    private final double[][] a;
    private final double[][] vectors;
    private final int[] order;

    Eigen(double[][] symmetric) {
        int size = symmetric.length;
        a = new double[size][];
        vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i] = symmetric[i].clone();
            vectors[i][i] = 1;
        }
        double enough = 1e-22 * squares(false);
        for (int sweep = 0; sweep < MOST_SWEEPS && squares(true) > enough; sweep++) {
            sweep();
        }
        order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -a[i][i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    double value(int rank) {
        return a[order[rank]][order[rank]];
    }

    double[] vector(int rank) {
        double[] vector = new double[vectors.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = vectors[i][order[rank]];
        }
        return vector;
    }

    private double squares(boolean besideDiagonal) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                sum += besideDiagonal && i == j ? 0 : a[i][j] * a[i][j];
            }
        }
        return sum;
    }

    private void sweep() {
        for (int p = 0; p < a.length - 1; p++) {
            for (int q = p + 1; q < a.length; q++) {
                if (a[p][q] != 0) {
                    rotate(p, q);
                }
            }
        }
    }

    /** Turns in the plane of two axes so that their element becomes zero. */
    private void rotate(int p, int q) {
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (int k = 0; k < a.length; k++) {
            double kp = a[k][p];
            double kq = a[k][q];
            a[k][p] = cosine * kp - sine * kq;
            a[k][q] = sine * kp + cosine * kq;
        }
        for (int k = 0; k < a.length; k++) {
            double pk = a[p][k];
            double qk = a[q][k];
            a[p][k] = cosine * pk - sine * qk;
            a[q][k] = sine * pk + cosine * qk;
            double vp = vectors[k][p];
            double vq = vectors[k][q];
            vectors[k][p] = cosine * vp - sine * vq;
            vectors[k][q] = sine * vp + cosine * vq;
        }
    }
}
