// SPDX-License-Identifier: Apache-2.0
/** What somebody has besides a password: codes by the clock, recovery codes, passkeys. */
@NullMarked
package weir.server.identity.factor;

import org.jspecify.annotations.NullMarked;
