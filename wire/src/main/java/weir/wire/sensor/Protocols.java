// SPDX-License-Identifier: Apache-2.0
package weir.wire.sensor;

import java.util.List;
import weir.wire.Protocol;
import weir.wire.protocol.dnp3.Dnp3;
import weir.wire.protocol.dns.Dns;
import weir.wire.protocol.dns.Llmnr;
import weir.wire.protocol.dns.Mdns;
import weir.wire.protocol.dns.Nbns;
import weir.wire.protocol.http.Http;
import weir.wire.protocol.http.Ssdp;
import weir.wire.protocol.tls.Tls;

/** The registry: every protocol that Weir reads, a line each. Where two could claim the same bytes, the earlier does. */
public final class Protocols {

    private static final List<Protocol> ALL =
            List.of(new Dnp3(), new Nbns(), new Mdns(), new Llmnr(), new Dns(), new Http(), new Ssdp(), new Tls());

    private Protocols() {}

    public static List<Protocol> all() {
        return ALL;
    }
}
