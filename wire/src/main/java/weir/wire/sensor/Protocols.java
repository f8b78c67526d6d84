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
import weir.wire.protocol.bacnet.Bacnet;
import weir.wire.protocol.cip.EtherNetIp;
import weir.wire.protocol.coap.Coap;
import weir.wire.protocol.dlms.Dlms;
import weir.wire.protocol.dnp3.Dnp3;
import weir.wire.protocol.dns.Dns;
import weir.wire.protocol.dns.Llmnr;
import weir.wire.protocol.dns.Mdns;
import weir.wire.protocol.dns.Nbns;
import weir.wire.protocol.hart.HartIp;
import weir.wire.protocol.http.Http;
import weir.wire.protocol.http.Ssdp;
import weir.wire.protocol.iec104.Iec104;
import weir.wire.protocol.iso.IsoOnTcp;
import weir.wire.protocol.knx.KnxNetIp;
import weir.wire.protocol.modbus.Modbus;
import weir.wire.protocol.s7.S7comm;
import weir.wire.protocol.tls.Tls;

/** The registry: every protocol that Weir reads, a line each. Where two could claim the same bytes, the earlier does. */
public final class Protocols {

    private static final List<Protocol> ALL = List.of(
            new ProfinetDcp(),
            new Lldp(),
            new Cdp(),
            new Arp(),
            new Icmp(),
            new Modbus(),
            new Dnp3(),
            new Iec104(),
            new IsoOnTcp(new S7comm()),
            new EtherNetIp(),
            new Bacnet(),
            new HartIp(),
            new KnxNetIp(),
            new Coap(),
            new Dlms(),
            new Tls(),
            new Http(),
            new Ssdp(),
            new Dns(),
            new Mdns(),
            new Llmnr(),
            new Nbns(),
            new Dhcp(),
            new Snmp(),
            new Icmpv6());

    private Protocols() {}

    public static List<Protocol> all() {
        return ALL;
    }
}
