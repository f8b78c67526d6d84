// SPDX-License-Identifier: Apache-2.0
/** Listening to conversations whose protocol nobody knows. */
@NullMarked
package weir.server.sketch;

import org.jspecify.annotations.NullMarked;
