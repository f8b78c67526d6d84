// SPDX-License-Identifier: Apache-2.0
/** What Weir makes of every real capture: whole, cut, damaged, and beside what tshark makes of it. */
@NullMarked
package weir.wire.corpus;

import org.jspecify.annotations.NullMarked;
