// SPDX-License-Identifier: Apache-2.0
/** Devices that are alike, compared with one another. */
@NullMarked
package weir.analysis.detect.peer;

import org.jspecify.annotations.NullMarked;
