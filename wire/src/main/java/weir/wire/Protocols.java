// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.util.List;
import weir.wire.protocol.dnp3.Dnp3;
import weir.wire.protocol.iec104.Iec104;

/** The registry: every protocol that Weir reads, a line each. Where two could claim the same bytes, the earlier does. */
public final class Protocols {

    private static final List<Protocol> ALL = List.of(new Dnp3(), new Iec104());

    private Protocols() {}

    public static List<Protocol> all() {
        return ALL;
    }
}
