// SPDX-License-Identifier: Apache-2.0
/** The frontend and backend protocol of PostgreSQL. */
@NullMarked
package weir.wire.protocol.postgresql;

import org.jspecify.annotations.NullMarked;
