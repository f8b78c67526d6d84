// SPDX-License-Identifier: Apache-2.0
/**
 * Bytes to observations: the decoder API ({@link weir.wire.Protocol}, {@link weir.wire.Dialogue}, {@link
 * weir.wire.Cursor}, {@link weir.wire.Sink}) and the sensor that drives it over captured frames.
 */
@NullMarked
package weir.wire;

import org.jspecify.annotations.NullMarked;
