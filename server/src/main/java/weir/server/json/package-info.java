// SPDX-License-Identifier: Apache-2.0
/** JSON that is small enough to be read and written whole. */
@NullMarked
package weir.server.json;

import org.jspecify.annotations.NullMarked;
