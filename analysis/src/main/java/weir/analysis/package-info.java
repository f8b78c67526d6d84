// SPDX-License-Identifier: Apache-2.0
/** Observations to a picture of the plant: a pure fold, the same input always giving the same output. */
@NullMarked
package weir.analysis;

import org.jspecify.annotations.NullMarked;
