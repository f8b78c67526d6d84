// SPDX-License-Identifier: Apache-2.0
/** Process variables: which there are, how each behaves, who writes it. */
@NullMarked
package weir.analysis.process;

import org.jspecify.annotations.NullMarked;
