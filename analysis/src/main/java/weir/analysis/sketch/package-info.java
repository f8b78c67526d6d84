// SPDX-License-Identifier: Apache-2.0
/** What can be said of a conversation whose protocol nobody knows. */
@NullMarked
package weir.analysis.sketch;

import org.jspecify.annotations.NullMarked;
