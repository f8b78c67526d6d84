// SPDX-License-Identifier: Apache-2.0
/** Detectors of what attackers do in any network. */
@NullMarked
package weir.analysis.detect.threat;

import org.jspecify.annotations.NullMarked;
