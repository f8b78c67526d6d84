// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

import java.util.Arrays;

/**
 * Each trait cut into few bins of about as many rows.
 *
 * @param edges of each trait, ascending: a value up to an edge is in the bin of that edge; beyond the last, and where it
 *     is missing, it is in one more
 */
@SuppressWarnings("ArrayRecordComponent") // for the inner loops; stays within the package
record Bins(float[][] edges) {

    private static final int MOST = 63;

    /** @param traits a row for each row of a machine */
    static Bins of(float[][] traits) {
        int count = traits[0].length;
        float[][] edges = new float[count][];
        float[] sorted = new float[traits.length];
        for (int i = 0; i < count; i++) {
            for (int row = 0; row < sorted.length; row++) {
                sorted[row] = traits[row][i];
            }
            Arrays.sort(sorted);
            edges[i] = edges(sorted);
        }
        return new Bins(edges);
    }

    private static float[] edges(float[] sorted) {
        float[] edges = new float[MOST];
        int count = 0;
        for (int i = 1; i <= MOST; i++) {
            float edge = sorted[(int) ((long) sorted.length * i / (MOST + 1))];
            boolean last = edge == sorted[sorted.length - 1];
            if (!Float.isNaN(edge) && !last && (count == 0 || edge > edges[count - 1])) {
                edges[count++] = edge;
            }
        }
        return Arrays.copyOf(edges, count);
    }

    int count(int trait) {
        return edges[trait].length + 1;
    }

    /** The bins of all rows, trait by trait. */
    byte[][] cut(float[][] traits) {
        byte[][] cut = new byte[edges.length][traits.length];
        for (int row = 0; row < traits.length; row++) {
            for (int i = 0; i < edges.length; i++) {
                int place = Arrays.binarySearch(edges[i], traits[row][i]);
                cut[i][row] = (byte) (place >= 0 ? place : -place - 1);
            }
        }
        return cut;
    }
}
