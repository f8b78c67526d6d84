// SPDX-License-Identifier: Apache-2.0
/** What people do with incidents: who takes one, what they say of it, how it ends, what belongs together. */
@NullMarked
package weir.server.casework;

import org.jspecify.annotations.NullMarked;
