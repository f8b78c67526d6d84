// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.util.List;
import weir.wire.protocol.cip.EtherNetIp;

/** The registry: every protocol that Weir reads, a line each. Where two could claim the same bytes, the earlier does. */
public final class Protocols {

    private static final List<Protocol> ALL = List.of(new EtherNetIp());

    private Protocols() {}

    public static List<Protocol> all() {
        return ALL;
    }
}
