// SPDX-License-Identifier: Apache-2.0
/** How what TCP carries is cut into messages, also when it is damaged. */
@NullMarked
package weir.wire.flow;

import org.jspecify.annotations.NullMarked;
