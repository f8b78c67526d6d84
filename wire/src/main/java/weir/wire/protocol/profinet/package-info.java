// SPDX-License-Identifier: Apache-2.0
/** PROFINET: discovery, connection set-up, cyclic data, alarms, time and ring redundancy. */
@NullMarked
package weir.wire.protocol.profinet;

import org.jspecify.annotations.NullMarked;
