// SPDX-License-Identifier: Apache-2.0
/** Detectors that compare what happens with what is normal in this plant. */
@NullMarked
package weir.analysis.detect.behaviour;

import org.jspecify.annotations.NullMarked;
