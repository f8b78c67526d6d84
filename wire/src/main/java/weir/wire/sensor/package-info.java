// SPDX-License-Identifier: Apache-2.0
/** The whole of seeing, put together: the registry of protocols and the sensor that drives them over frames. */
@NullMarked
package weir.wire.sensor;

import org.jspecify.annotations.NullMarked;
