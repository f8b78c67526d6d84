// SPDX-License-Identifier: Apache-2.0
/**
 * The words everything speaks in: what was seen on the wire, of whom, and when. Records, enums and sealed types only;
 * no input, no output, no library.
 */
@NullMarked
package weir.model;

import org.jspecify.annotations.NullMarked;
