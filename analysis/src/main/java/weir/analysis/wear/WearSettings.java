// SPDX-License-Identifier: Apache-2.0
package weir.analysis.wear;

/**
 * How wear is learnt.
 *
 * @param horizon rows before the failure from which on wear is looked for; a machine further from it counts as this far
 * @param window rows that the traits of a machine are taken of
 * @param folds that the machines are cut into; each is foretold by a forest of all the others
 * @param trees of a forest
 * @param depth of a tree
 * @param rate at which a tree corrects those before it
 * @param leaf rows that a leaf must have
 * @param coverage share of the rows whose true remaining life shall lie between the ends that are told
 */
public record WearSettings(
        int horizon, int window, int folds, int trees, int depth, double rate, int leaf, double coverage) {

    public static final WearSettings DEFAULT = new WearSettings(125, 60, 5, 150, 4, 0.08, 40, 0.9);

    public WearSettings withHorizon(int rows) {
        return new WearSettings(rows, window, folds, trees, depth, rate, leaf, coverage);
    }
}
