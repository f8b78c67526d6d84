// SPDX-License-Identifier: Apache-2.0
/** The protocol of Apache Kafka: who produces and who fetches what. */
@NullMarked
package weir.wire.protocol.kafka;

import org.jspecify.annotations.NullMarked;
