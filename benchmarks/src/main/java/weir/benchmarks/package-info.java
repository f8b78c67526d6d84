// SPDX-License-Identifier: Apache-2.0
/** How long each part of the way from bytes to the picture takes, and what it allocates on it. */
@NullMarked
package weir.benchmarks;

import org.jspecify.annotations.NullMarked;
