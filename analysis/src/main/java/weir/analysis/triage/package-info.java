// SPDX-License-Identifier: Apache-2.0
/** Alerts of other products to the few incidents that are unusual for this site. */
@NullMarked
package weir.analysis.triage;

import org.jspecify.annotations.NullMarked;
