// SPDX-License-Identifier: Apache-2.0
/** Security tokens, the same in SMB, DCE/RPC, LDAP and HTTP: NTLM, Kerberos and their negotiation. */
@NullMarked
package weir.wire.protocol.gss;

import org.jspecify.annotations.NullMarked;
