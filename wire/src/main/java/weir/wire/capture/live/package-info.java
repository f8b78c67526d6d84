// SPDX-License-Identifier: Apache-2.0
/** Frames as they pass on the interfaces of this machine, by the packet ring of Linux; no library beside the JDK. */
@NullMarked
package weir.wire.capture.live;

import org.jspecify.annotations.NullMarked;
