// SPDX-License-Identifier: Apache-2.0
/** From packets to conversations: who talks to whom, in which protocol, and what of it could be seen. */
@NullMarked
package weir.wire.flow;

import org.jspecify.annotations.NullMarked;
