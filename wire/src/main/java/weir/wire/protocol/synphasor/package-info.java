// SPDX-License-Identifier: Apache-2.0
/** IEEE C37.118: phasors that are measured all over a grid at the same moments. */
@NullMarked
package weir.wire.protocol.synphasor;

import org.jspecify.annotations.NullMarked;
