// SPDX-License-Identifier: Apache-2.0
/** The server's own certificates: its authority, what it issues, and what it was given. */
@NullMarked
package weir.server.tls;

import org.jspecify.annotations.NullMarked;
