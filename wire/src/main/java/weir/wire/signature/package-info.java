// SPDX-License-Identifier: Apache-2.0
/** Looks for octets that others described in what packets carry: the part of intrusion rules that needs no protocol. */
@NullMarked
package weir.wire.signature;

import org.jspecify.annotations.NullMarked;
