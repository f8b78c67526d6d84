// SPDX-License-Identifier: Apache-2.0
/** What is normal in a plant: who is there, who talks to whom, what they ask and how often. */
@NullMarked
package weir.analysis.baseline;

import org.jspecify.annotations.NullMarked;
