// SPDX-License-Identifier: Apache-2.0
/** TRDP: the real-time data protocol between the parts of a train. */
@NullMarked
package weir.wire.protocol.trdp;

import org.jspecify.annotations.NullMarked;
