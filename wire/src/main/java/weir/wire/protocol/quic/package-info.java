// SPDX-License-Identifier: Apache-2.0
/** QUIC (RFC 9000, RFC 9001, RFC 9369) as far as its keys are public: the opening of connections. */
@NullMarked
package weir.wire.protocol.quic;

import org.jspecify.annotations.NullMarked;
