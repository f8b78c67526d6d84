// SPDX-License-Identifier: Apache-2.0
/** S7comm-plus, the language of SIMATIC S7-1200 and S7-1500 controllers. */
@NullMarked
package weir.wire.protocol.s7plus;

import org.jspecify.annotations.NullMarked;
