// SPDX-License-Identifier: Apache-2.0
/** TLS (RFC 5246, RFC 8446) as far as it is in the clear: hellos, certificates, alerts. */
@NullMarked
package weir.wire.protocol.tls;

import org.jspecify.annotations.NullMarked;
