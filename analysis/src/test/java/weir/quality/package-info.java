// SPDX-License-Identifier: Apache-2.0
/** How well attacks and faults are found: figures from labelled data. */
@NullMarked
package weir.quality;

import org.jspecify.annotations.NullMarked;
