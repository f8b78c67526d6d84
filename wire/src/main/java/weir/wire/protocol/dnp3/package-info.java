// SPDX-License-Identifier: Apache-2.0
/** DNP3 (IEEE 1815-2012): link frames, transport segments, application messages and the objects in them. */
@NullMarked
package weir.wire.protocol.dnp3;

import org.jspecify.annotations.NullMarked;
