// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

/** What the values of a column are like. */
public enum ColumnKind {
    /** One value all the time: not in the model, but watched for another value. */
    CONSTANT,
    /** Two whole numbers. */
    BINARY,
    /** A few whole numbers. */
    ENUMERATION,
    CONTINUOUS
}
