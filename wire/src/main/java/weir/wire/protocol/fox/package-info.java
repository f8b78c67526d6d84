// SPDX-License-Identifier: Apache-2.0
/** Niagara Fox: how the stations of building automation and their tools speak. */
@NullMarked
package weir.wire.protocol.fox;

import org.jspecify.annotations.NullMarked;
