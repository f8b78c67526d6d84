// SPDX-License-Identifier: Apache-2.0
/** The client and server protocol of MySQL and MariaDB. */
@NullMarked
package weir.wire.protocol.mysql;

import org.jspecify.annotations.NullMarked;
