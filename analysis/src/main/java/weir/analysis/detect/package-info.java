// SPDX-License-Identifier: Apache-2.0
/** Detectors: small units that look at what happens and claim something, with proof. */
@NullMarked
package weir.analysis.detect;

import org.jspecify.annotations.NullMarked;
