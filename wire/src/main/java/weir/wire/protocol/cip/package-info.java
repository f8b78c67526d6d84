// SPDX-License-Identifier: Apache-2.0
/** EtherNet/IP, the Common Industrial Protocol that it carries, and the PCCC that older controllers speak inside it. */
@NullMarked
package weir.wire.protocol.cip;

import org.jspecify.annotations.NullMarked;
