// SPDX-License-Identifier: Apache-2.0
/** Findings that belong together, told as one story. */
@NullMarked
package weir.analysis.incident;

import org.jspecify.annotations.NullMarked;
