// SPDX-License-Identifier: Apache-2.0
/** MQTT 3.1, 3.1.1 and 5.0, and Sparkplug B in it. */
@NullMarked
package weir.wire.protocol.mqtt;

import org.jspecify.annotations.NullMarked;
