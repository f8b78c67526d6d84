// SPDX-License-Identifier: Apache-2.0
/** Which devices there are, what they say of themselves, what they are for, and at which level they stand. */
@NullMarked
package weir.analysis.inventory;

import org.jspecify.annotations.NullMarked;
