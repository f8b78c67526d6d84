// SPDX-License-Identifier: Apache-2.0
/** Judges logs and traffic by Sigma rules that others wrote. */
@NullMarked
package weir.analysis.detect.sigma;

import org.jspecify.annotations.NullMarked;
