// SPDX-License-Identifier: Apache-2.0
/** The written form of what the analysis knows, so that it can stop and go on. */
@NullMarked
package weir.analysis.state;

import org.jspecify.annotations.NullMarked;
