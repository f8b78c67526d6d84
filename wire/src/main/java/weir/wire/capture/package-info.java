// SPDX-License-Identifier: Apache-2.0
/** From a capture file or a stream of one to frames in order of time, and what is damaged in it. */
@NullMarked
package weir.wire.capture;

import org.jspecify.annotations.NullMarked;
