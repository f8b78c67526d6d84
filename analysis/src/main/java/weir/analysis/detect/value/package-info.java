// SPDX-License-Identifier: Apache-2.0
/** What process variables do that they never did: out of range, too fast, frozen, unlike what was written or shown. */
@NullMarked
package weir.analysis.detect.value;

import org.jspecify.annotations.NullMarked;
