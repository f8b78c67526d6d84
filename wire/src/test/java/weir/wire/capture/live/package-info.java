// SPDX-License-Identifier: Apache-2.0
/** Tests of listening, on interfaces made for them. */
@NullMarked
package weir.wire.capture.live;

import org.jspecify.annotations.NullMarked;
