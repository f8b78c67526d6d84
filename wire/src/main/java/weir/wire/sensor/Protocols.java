// SPDX-License-Identifier: Apache-2.0
package weir.wire.sensor;

import java.util.List;
import weir.wire.Protocol;
import weir.wire.protocol.Arp;
import weir.wire.protocol.Cdp;
import weir.wire.protocol.Dhcp;
import weir.wire.protocol.Icmp;
import weir.wire.protocol.Icmpv6;
import weir.wire.protocol.Lldp;
import weir.wire.protocol.ProfinetDcp;
import weir.wire.protocol.Snmp;
import weir.wire.protocol.dnp3.Dnp3;

/** The registry: every protocol that Weir reads, a line each. Where two could claim the same bytes, the earlier does. */
public final class Protocols {

    private static final List<Protocol> ALL = List.of(
            new Dnp3(),
            new Arp(),
            new Cdp(),
            new Lldp(),
            new ProfinetDcp(),
            new Dhcp(),
            new Icmp(),
            new Icmpv6(),
            new Snmp());

    private Protocols() {}

    public static List<Protocol> all() {
        return ALL;
    }
}
