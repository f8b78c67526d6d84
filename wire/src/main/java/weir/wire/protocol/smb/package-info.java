// SPDX-License-Identifier: Apache-2.0
/** SMB 1, 2 and 3: files, printers and named pipes that Windows shares. */
@NullMarked
package weir.wire.protocol.smb;

import org.jspecify.annotations.NullMarked;
