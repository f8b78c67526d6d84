// SPDX-License-Identifier: Apache-2.0
/** How long machines will go on: learnt from machines that ran until they failed. */
@NullMarked
package weir.analysis.wear;

import org.jspecify.annotations.NullMarked;
