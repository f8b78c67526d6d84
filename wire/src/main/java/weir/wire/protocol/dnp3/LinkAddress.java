// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import weir.wire.Numbered;

/** Words for link addresses: an outstation is a device behind the network address that speaks for it. */
final class LinkAddress {

    static final Numbered UNIT = new Numbered("address ");
    static final String BROADCAST = "broadcast";

    private LinkAddress() {}
}
