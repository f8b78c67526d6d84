// SPDX-License-Identifier: Apache-2.0
/** How somebody signs in, from the first link on. */
@NullMarked
package weir.server.identity.signin;

import org.jspecify.annotations.NullMarked;
