// SPDX-License-Identifier: Apache-2.0
/** OMRON FINS: how SYSMAC controllers are read, written, programmed and stopped, over UDP and TCP. */
@NullMarked
package weir.wire.protocol.fins;

import org.jspecify.annotations.NullMarked;
