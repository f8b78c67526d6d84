// SPDX-License-Identifier: Apache-2.0
/** HART-IP: field devices, their identity and variables, over Ethernet. */
@NullMarked
package weir.wire.protocol.hart;

import org.jspecify.annotations.NullMarked;
