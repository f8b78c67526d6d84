// SPDX-License-Identifier: Apache-2.0
/** People of a directory: LDAP and Active Directory. */
@NullMarked
package weir.server.identity.ldap;

import org.jspecify.annotations.NullMarked;
