// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

/** What normal rows look like, in spreads of the columns: their relations, their subspace, their bounds. */
record Shape(Regressions relations, Subspace subspace, Bounds bounds) {}
