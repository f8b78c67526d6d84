// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

/** EtherTypes that are opened here (IEEE registration authority). */
final class EtherTypes {

    /** Below it the field is a length (IEEE 802.3 clause 3.2.6). */
    static final int LOWEST = 0x0600;

    static final int IPV4 = 0x0800;
    static final int ARP = 0x0806;
    static final int BRIDGED_ETHERNET = 0x6558;
    static final int VLAN = 0x8100;
    static final int SERVICE_VLAN = 0x88a8;
    static final int OLD_SERVICE_VLAN = 0x9100;
    static final int IPV6 = 0x86dd;
    static final int MPLS = 0x8847;
    static final int MPLS_MULTICAST = 0x8848;
    static final int PPPOE_SESSION = 0x8864;
    static final int HSR = 0x892f;

    /** Also the last two octets of a PRP trailer. */
    static final int PRP = 0x88fb;

    private EtherTypes() {}
}
