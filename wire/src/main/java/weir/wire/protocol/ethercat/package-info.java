// SPDX-License-Identifier: Apache-2.0
/** EtherCAT: datagrams that pass through all stations, and the mailboxes that they carry. */
@NullMarked
package weir.wire.protocol.ethercat;

import org.jspecify.annotations.NullMarked;
