// SPDX-License-Identifier: Apache-2.0
/** The decoder API that was not chosen, built to be compared with the one that was (docs/design/002-decoder-api.md). */
@NullMarked
package weir.wire.designs;

import org.jspecify.annotations.NullMarked;
