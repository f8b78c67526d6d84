// SPDX-License-Identifier: Apache-2.0
/** A model of how the variables of a process hang together: learnt from normal rows, it judges each new row. */
@NullMarked
package weir.analysis.variables;

import org.jspecify.annotations.NullMarked;
