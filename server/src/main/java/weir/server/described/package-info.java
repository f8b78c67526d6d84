// SPDX-License-Identifier: Apache-2.0
/** Protocol descriptions, read from files that people write. */
@NullMarked
package weir.server.described;

import org.jspecify.annotations.NullMarked;
