// SPDX-License-Identifier: Apache-2.0
/** Who may do what: accounts, roles, passwords and the limits of trying them. */
@NullMarked
package weir.server.identity;

import org.jspecify.annotations.NullMarked;
