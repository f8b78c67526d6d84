// SPDX-License-Identifier: Apache-2.0
/** IKE (RFC 2408, RFC 2409, RFC 7296): how the ends of IPsec tunnels agree on keys. */
@NullMarked
package weir.wire.protocol.ike;

import org.jspecify.annotations.NullMarked;
