// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

/** Nothing can be learnt from the rows; the message says why, and what to do. */
public final class UnfitHistory extends Exception {

    private static final long serialVersionUID = 1;

    UnfitHistory(String message) {
        super(message);
    }
}
