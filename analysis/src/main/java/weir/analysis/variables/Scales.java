// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

/**
 * The usual size of what normal rows leave unexplained, as found with rows that the model had not seen.
 *
 * @param misfit of each column and its estimate
 * @param rest of each column outside of the subspace
 */
@SuppressWarnings("ArrayRecordComponent") // for the inner loops; the arrays stay within the package
record Scales(double[] misfit, double[] rest) {}
