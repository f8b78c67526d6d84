// SPDX-License-Identifier: Apache-2.0
/** TriStation: how Triconex safety controllers are programmed, run and halted; what the malware TRITON spoke. */
@NullMarked
package weir.wire.protocol.tristation;

import org.jspecify.annotations.NullMarked;
