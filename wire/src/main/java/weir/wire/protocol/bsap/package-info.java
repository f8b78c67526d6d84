// SPDX-License-Identifier: Apache-2.0
/** BSAP: how Bristol Babcock (Emerson ControlWave) controllers are asked for their signals. */
@NullMarked
package weir.wire.protocol.bsap;

import org.jspecify.annotations.NullMarked;
