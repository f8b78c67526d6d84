// SPDX-License-Identifier: Apache-2.0
/** Captures driven through the sensor, with progress, and stopped without loss. */
@NullMarked
package weir.server.input;

import org.jspecify.annotations.NullMarked;
