// SPDX-License-Identifier: Apache-2.0
/** OPC UA in its binary encoding over TCP (OPC 10000-4, -5 and -6). */
@NullMarked
package weir.wire.protocol.opcua;

import org.jspecify.annotations.NullMarked;
