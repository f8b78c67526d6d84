// SPDX-License-Identifier: Apache-2.0
/** Beckhoff ADS: how TwinCAT controllers are read, written, stopped and found. */
@NullMarked
package weir.wire.protocol.ads;

import org.jspecify.annotations.NullMarked;
