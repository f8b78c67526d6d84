// SPDX-License-Identifier: Apache-2.0
/** Who is signed in: sessions of people, and tokens of programs. */
@NullMarked
package weir.server.identity.session;

import org.jspecify.annotations.NullMarked;
