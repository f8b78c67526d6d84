// SPDX-License-Identifier: Apache-2.0
package weir.wire.sensor;

import java.util.List;
import weir.wire.Protocol;
import weir.wire.protocol.Arp;
import weir.wire.protocol.Cdp;
import weir.wire.protocol.Dhcp;
import weir.wire.protocol.Ftp;
import weir.wire.protocol.Icmp;
import weir.wire.protocol.Icmpv6;
import weir.wire.protocol.Igmp;
import weir.wire.protocol.Lldp;
import weir.wire.protocol.Ntp;
import weir.wire.protocol.Ptp;
import weir.wire.protocol.Radius;
import weir.wire.protocol.RemoteCommand;
import weir.wire.protocol.Sip;
import weir.wire.protocol.Smtp;
import weir.wire.protocol.Snmp;
import weir.wire.protocol.SpanningTree;
import weir.wire.protocol.Ssh;
import weir.wire.protocol.Stun;
import weir.wire.protocol.Syslog;
import weir.wire.protocol.TeamViewer;
import weir.wire.protocol.Telnet;
import weir.wire.protocol.Tftp;
import weir.wire.protocol.Vnc;
import weir.wire.protocol.WireGuard;
import weir.wire.protocol.ads.Ads;
import weir.wire.protocol.amqp.Amqp;
import weir.wire.protocol.bacnet.Bacnet;
import weir.wire.protocol.bsap.Bsap;
import weir.wire.protocol.c1222.C1222;
import weir.wire.protocol.cip.EtherNetIp;
import weir.wire.protocol.coap.Coap;
import weir.wire.protocol.codesys.Codesys;
import weir.wire.protocol.dcerpc.DceRpc;
import weir.wire.protocol.dlms.Dlms;
import weir.wire.protocol.dnp3.Dnp3;
import weir.wire.protocol.dns.Dns;
import weir.wire.protocol.dns.Llmnr;
import weir.wire.protocol.dns.Mdns;
import weir.wire.protocol.dns.Nbns;
import weir.wire.protocol.ethercat.EtherCat;
import weir.wire.protocol.fins.Fins;
import weir.wire.protocol.fox.Fox;
import weir.wire.protocol.genisys.Genisys;
import weir.wire.protocol.gesrtp.GeSrtp;
import weir.wire.protocol.hart.HartIp;
import weir.wire.protocol.http.Http;
import weir.wire.protocol.http.Http2;
import weir.wire.protocol.http.Ssdp;
import weir.wire.protocol.iec104.Iec104;
import weir.wire.protocol.iec61850.Goose;
import weir.wire.protocol.iec61850.SampledValues;
import weir.wire.protocol.ike.Ike;
import weir.wire.protocol.iso.IsoOnTcp;
import weir.wire.protocol.kafka.Kafka;
import weir.wire.protocol.kerberos.Kerberos;
import weir.wire.protocol.knx.KnxNetIp;
import weir.wire.protocol.ldap.Ldap;
import weir.wire.protocol.melsec.Melsec;
import weir.wire.protocol.mms.Mms;
import weir.wire.protocol.modbus.Modbus;
import weir.wire.protocol.mqtt.Mqtt;
import weir.wire.protocol.mysql.MySql;
import weir.wire.protocol.opcua.OpcUa;
import weir.wire.protocol.openvpn.OpenVpn;
import weir.wire.protocol.postgresql.PostgreSql;
import weir.wire.protocol.profinet.IoContext;
import weir.wire.protocol.profinet.Mrp;
import weir.wire.protocol.profinet.Profinet;
import weir.wire.protocol.quic.Quic;
import weir.wire.protocol.rdp.Rdp;
import weir.wire.protocol.rocplus.RocPlus;
import weir.wire.protocol.s7.S7comm;
import weir.wire.protocol.s7plus.S7commPlus;
import weir.wire.protocol.smb.Smb;
import weir.wire.protocol.synphasor.Synphasor;
import weir.wire.protocol.tds.Tds;
import weir.wire.protocol.tls.Tls;
import weir.wire.protocol.trdp.Trdp;
import weir.wire.protocol.tristation.TriStation;
import weir.wire.protocol.wsdiscovery.WsDiscovery;

/** The registry: every protocol that Weir reads, a line each. Where two could claim the same bytes, the earlier does. */
public final class Protocols {

    private static final List<Protocol> ALL = List.of(
            new Profinet(),
            new Mrp(),
            new EtherCat(),
            new Lldp(),
            new Cdp(),
            new SpanningTree(),
            new Arp(),
            new Icmp(),
            new Igmp(),
            new Modbus(),
            new Dnp3(),
            new Iec104(),
            new Goose(),
            new SampledValues(),
            new IsoOnTcp(new S7comm(), new Mms(), new S7commPlus(), new Rdp()),
            new EtherNetIp(),
            new Bacnet(),
            new HartIp(),
            new KnxNetIp(),
            new Coap(),
            new Dlms(),
            new Tls(),
            new Http2(),
            new Http(),
            new Ssdp(),
            new WsDiscovery(),
            new Dns(),
            new Mdns(),
            new Llmnr(),
            new Nbns(),
            new Dhcp(),
            new Snmp(),
            new Icmpv6(),
            new Fins(),
            new Ads(),
            new Melsec(),
            new Synphasor(),
            new GeSrtp(),
            new Bsap(),
            new Genisys(),
            new RocPlus(),
            new OpcUa(),
            new C1222(),
            new Fox(),
            new DceRpc(new IoContext()),
            new Smb(),
            new Kerberos(),
            new Ldap(),
            new Mqtt(),
            new Amqp(),
            new Trdp(),
            new TriStation(),
            new Codesys(),
            new Kafka(),
            new Ssh(),
            new MySql(),
            new PostgreSql(),
            new Tds(),
            new Quic(),
            new Ike(),
            new OpenVpn(),
            new WireGuard(),
            new TeamViewer(),
            new Ftp(),
            new Smtp(),
            new Telnet(),
            new Tftp(),
            new Syslog(),
            new Ntp(),
            new Radius(),
            new Vnc(),
            RemoteCommand.rsh(),
            RemoteCommand.rexec(),
            RemoteCommand.rlogin(),
            new Sip(),
            new Stun(),
            new Ptp());

    private Protocols() {}

    public static List<Protocol> all() {
        return ALL;
    }
}
