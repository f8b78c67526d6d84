// SPDX-License-Identifier: Apache-2.0
package weir.analysis.inventory;

import java.util.Set;

/** Which protocols speak to controllers, and what speaking them says of a device. */
final class Families {

    /** Protocols that only industrial devices serve. */
    static final Set<String> INDUSTRIAL = Set.of(
            "modbus",
            "umas",
            "s7comm",
            "s7comm_plus",
            "enip",
            "cip",
            "pccc",
            "dnp3",
            "iec104",
            "profinet_dcp",
            "profinet_rt",
            "profinet_io",
            "bacnet",
            "opcua",
            "mms",
            "goose",
            "sv",
            "fins",
            "melsec",
            "ads",
            "hartip",
            "synphasor",
            "ethercat",
            "codesys",
            "knx",
            "tristation",
            "ge_srtp",
            "bsap",
            "genisys",
            "rocplus",
            "c1222");

    /** Served by controllers that run a program of their own. */
    static final Set<String> CONTROLLER = Set.of(
            "s7comm",
            "s7comm_plus",
            "umas",
            "cip",
            "pccc",
            "melsec",
            "fins",
            "ads",
            "tristation",
            "ge_srtp",
            "codesys");

    /** Served by remote terminal units. */
    static final Set<String> TELECONTROL = Set.of("dnp3", "iec104", "bsap", "genisys", "rocplus", "synphasor");

    /** Spoken by office and server machines. */
    static final Set<String> INFORMATION = Set.of(
            "http",
            "tls",
            "dns",
            "smb",
            "rdp",
            "ldap",
            "kerberos",
            "ssh",
            "ftp",
            "smtp",
            "nbns",
            "mdns",
            "llmnr",
            "dhcp",
            "snmp");

    private Families() {}
}
