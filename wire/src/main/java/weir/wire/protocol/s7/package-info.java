// SPDX-License-Identifier: Apache-2.0
/** S7comm, the language of SIMATIC S7-300 and S7-400 controllers and of those that still understand it. */
@NullMarked
package weir.wire.protocol.s7;

import org.jspecify.annotations.NullMarked;
