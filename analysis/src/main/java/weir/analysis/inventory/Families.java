// SPDX-License-Identifier: Apache-2.0
package weir.analysis.inventory;

import java.util.Set;

/** Which protocols speak to controllers, and what speaking them says of a device. */
public final class Families {

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
            "hart_ip",
            "synphasor",
            "ethercat",
            "codesys",
            "knxnet_ip",
            "tristation",
            "ge_srtp",
            "bsap",
            "genisys",
            "roc_plus",
            "c1222",
            "dlms",
            "fox",
            "mrp",
            "trdp");

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

    /** Asked by controllers only, served by what they control. */
    static final Set<String> FIELD = Set.of("profinet_io", "ethercat");

    /** Spoken both ways by controllers and what they control: tells that it is one of them and not which. */
    static final String CYCLIC = "profinet_rt";

    /** Served by instruments and meters. */
    static final Set<String> INSTRUMENT = Set.of("hart_ip", "dlms", "c1222");

    /** Served by remote terminal units. */
    static final Set<String> TELECONTROL = Set.of("dnp3", "iec104", "bsap", "genisys", "roc_plus", "synphasor");

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

    /** Served by devices that bring a plant into a safe state. */
    static final Set<String> SAFETY = Set.of("tristation");

    private Families() {}

    /** A protocol of the plant floor. */
    public static boolean isIndustrial(String protocol) {
        return INDUSTRIAL.contains(protocol);
    }

    /** A protocol that the safety system speaks. */
    public static boolean isSafety(String protocol) {
        return SAFETY.contains(protocol);
    }

    /** A protocol that only those answer who run a program that controls a process. */
    public static boolean isController(String protocol) {
        return CONTROLLER.contains(protocol) || TELECONTROL.contains(protocol) || protocol.equals("modbus");
    }
}
