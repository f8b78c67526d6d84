// SPDX-License-Identifier: Apache-2.0
/** Modbus/TCP, and the UMAS of Schneider Electric inside its function code 90. */
@NullMarked
package weir.wire.protocol.modbus;

import org.jspecify.annotations.NullMarked;
