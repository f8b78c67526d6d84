// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

/** Nothing can be learnt of how these machines wear out. */
public final class UnfitLives extends Exception {

    private static final long serialVersionUID = 1;

    UnfitLives(String reason) {
        super(reason);
    }
}
