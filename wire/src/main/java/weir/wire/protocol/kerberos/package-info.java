// SPDX-License-Identifier: Apache-2.0
/** Kerberos: tickets with which users and computers of a domain prove who they are. */
@NullMarked
package weir.wire.protocol.kerberos;

import org.jspecify.annotations.NullMarked;
