// SPDX-License-Identifier: Apache-2.0
/** Who talks to whom, in which protocol, with which operations on what. */
@NullMarked
package weir.analysis.conversation;

import org.jspecify.annotations.NullMarked;
