// SPDX-License-Identifier: Apache-2.0
/** RDP: what is said in the clear when a desktop is opened from afar. */
@NullMarked
package weir.wire.protocol.rdp;

import org.jspecify.annotations.NullMarked;
