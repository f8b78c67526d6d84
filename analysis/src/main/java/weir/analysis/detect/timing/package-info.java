// SPDX-License-Identifier: Apache-2.0
/** Detectors that judge when things happen. */
@NullMarked
package weir.analysis.detect.timing;

import org.jspecify.annotations.NullMarked;
