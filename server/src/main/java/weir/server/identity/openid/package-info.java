// SPDX-License-Identifier: Apache-2.0
/** People for whom an OpenID provider vouches. */
@NullMarked
package weir.server.identity.openid;

import org.jspecify.annotations.NullMarked;
