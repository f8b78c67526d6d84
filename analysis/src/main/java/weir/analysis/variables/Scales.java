// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

/**
 * The usual size of what normal rows leave unexplained, as found with rows that the model had not seen.
 *
 * @param misfit of each column and its estimate
 * @param rest of each column outside of the subspace
 */
record Scales(double[] misfit, double[] rest) {}
