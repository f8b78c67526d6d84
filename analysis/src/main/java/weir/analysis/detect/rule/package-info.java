// SPDX-License-Identifier: Apache-2.0
/** Detectors that judge what an operation does, by what protocols mean. */
@NullMarked
package weir.analysis.detect.rule;

import org.jspecify.annotations.NullMarked;
