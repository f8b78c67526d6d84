// SPDX-License-Identifier: Apache-2.0
/** AMQP 0-9-1 and 1.0: who publishes and who consumes what. */
@NullMarked
package weir.wire.protocol.amqp;

import org.jspecify.annotations.NullMarked;
