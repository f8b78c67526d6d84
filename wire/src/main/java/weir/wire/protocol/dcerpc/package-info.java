// SPDX-License-Identifier: Apache-2.0
/** DCE/RPC: remote procedure calls over TCP, UDP and named pipes, and what is called with them. */
@NullMarked
package weir.wire.protocol.dcerpc;

import org.jspecify.annotations.NullMarked;
