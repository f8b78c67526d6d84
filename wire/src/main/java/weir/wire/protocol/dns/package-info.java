// SPDX-License-Identifier: Apache-2.0
/** The domain name system (RFC 1035) and what borrows its messages: mDNS, LLMNR and the NetBIOS name service. */
@NullMarked
package weir.wire.protocol.dns;

import org.jspecify.annotations.NullMarked;
