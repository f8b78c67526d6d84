// SPDX-License-Identifier: Apache-2.0
/** HTTP/1 (RFC 9112) and SSDP, which borrows its messages for datagrams: who asks, who serves, with what software. */
@NullMarked
package weir.wire.protocol.http;

import org.jspecify.annotations.NullMarked;
