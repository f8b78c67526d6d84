// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

import java.util.List;

/**
 * Trees of which each corrects the sum of those before it.
 *
 * @param base what they start from
 */
record Forest(double base, List<Tree> trees) {

    double answer(float[] values) {
        double sum = base;
        for (Tree tree : trees) {
            sum += tree.answer(values);
        }
        return sum;
    }
}
