// SPDX-License-Identifier: Apache-2.0
/** What people laid down for their plant: who may talk with whom, and when engineering is expected. */
@NullMarked
package weir.analysis.detect.policy;

import org.jspecify.annotations.NullMarked;
