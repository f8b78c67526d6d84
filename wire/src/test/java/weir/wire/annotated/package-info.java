// SPDX-License-Identifier: Apache-2.0
/** The messages of docs/annotated against the captures that they are of. */
@NullMarked
package weir.wire.annotated;

import org.jspecify.annotations.NullMarked;
