// SPDX-License-Identifier: Apache-2.0
/** LDAP: the directory of users, computers and their rights. */
@NullMarked
package weir.wire.protocol.ldap;

import org.jspecify.annotations.NullMarked;
