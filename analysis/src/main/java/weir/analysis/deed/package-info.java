// SPDX-License-Identifier: Apache-2.0
/** What an operation does to a plant, in the words that detectors judge by. */
@NullMarked
package weir.analysis.deed;

import org.jspecify.annotations.NullMarked;
