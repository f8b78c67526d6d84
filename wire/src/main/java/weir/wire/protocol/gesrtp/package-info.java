// SPDX-License-Identifier: Apache-2.0
/** GE-SRTP: how the PACSystems and Series 90 controllers of GE are read, written and programmed. */
@NullMarked
package weir.wire.protocol.gesrtp;

import org.jspecify.annotations.NullMarked;
