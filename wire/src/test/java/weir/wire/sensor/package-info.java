// SPDX-License-Identifier: Apache-2.0
/** The sensor as a whole, fed with frames made by hand. */
@NullMarked
package weir.wire.sensor;

import org.jspecify.annotations.NullMarked;
