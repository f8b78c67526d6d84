// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

/**
 * Questions in succession, and an answer at the end of each way. Node n leads to 2n+1 where the trait is up to the edge,
 * else to 2n+2.
 *
 * @param traits asked for; -1 at an end
 * @param answers at the ends
 */
@SuppressWarnings("ArrayRecordComponent") // for the inner loops; stays within the package
record Tree(int[] traits, float[] edges, double[] answers) {

    static Tree ofDepth(int depth) {
        int nodes = (2 << depth) - 1;
        return new Tree(new int[nodes], new float[nodes], new double[nodes]);
    }

    double answer(float[] values) {
        int node = 0;
        while (traits[node] >= 0) {
            node = 2 * node + (values[traits[node]] <= edges[node] ? 1 : 2);
        }
        return answers[node];
    }
}
