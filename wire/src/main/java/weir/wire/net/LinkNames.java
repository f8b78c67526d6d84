// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

/** Names of link types, as tcpdump.org/linktypes.html lists them, in lower case. */
final class LinkNames {

    private static final int USER_FIRST = 147;
    private static final int USER_LAST = 162;

    private LinkNames() {}

    static String of(int linkType) {
        if (linkType >= USER_FIRST && linkType <= USER_LAST) {
            return "user" + (linkType - USER_FIRST);
        }
        return switch (linkType) {
            case Links.NULL -> "null";
            case Links.ETHERNET -> "ethernet";
            case 6 -> "ieee802_5";
            case 7 -> "arcnet_bsd";
            case 8 -> "slip";
            case Links.PPP -> "ppp";
            case 10 -> "fddi";
            case Links.PPP_HDLC -> "ppp_hdlc";
            case Links.PPP_ETHERNET -> "ppp_ether";
            case 100 -> "atm_rfc1483";
            case Links.RAW, Links.RAW_BSD, Links.RAW_OPENBSD -> "raw";
            case Links.CISCO_HDLC -> "c_hdlc";
            case 105 -> "ieee802_11";
            case 107 -> "frelay";
            case Links.LOOP -> "loop";
            case Links.COOKED -> "linux_sll";
            case 117 -> "pflog";
            case 119 -> "ieee802_11_prism";
            case 122 -> "ip_over_fc";
            case 127 -> "ieee802_11_radiotap";
            case 129 -> "arcnet_linux";
            case 138 -> "apple_ip_over_ieee1394";
            case 143 -> "docsis";
            case 166 -> "ppp_pppd";
            case 187 -> "bluetooth_hci_h4";
            case 189 -> "usb_linux";
            case 190 -> "can20b";
            case 191 -> "ieee802_15_4_linux";
            case 192 -> "ppi";
            case 195 -> "ieee802_15_4";
            case 197 -> "erf";
            case 201 -> "bluetooth_hci_h4_with_phdr";
            case 209 -> "i2c_linux";
            case 210 -> "flexray";
            case 212 -> "lin";
            case 215 -> "ieee802_15_4_nonask_phy";
            case 220 -> "usb_linux_mmapped";
            case 226 -> "ipnet";
            case 227 -> "can_socketcan";
            case Links.RAW_IPV4 -> "ipv4";
            case Links.RAW_IPV6 -> "ipv6";
            case 230 -> "ieee802_15_4_nofcs";
            case 235 -> "dvb_ci";
            case 239 -> "nflog";
            case 240 -> "netanalyzer";
            case 241 -> "netanalyzer_transparent";
            case 247 -> "infiniband";
            case 248 -> "sctp";
            case 249 -> "usbpcap";
            case 250 -> "rtac_serial";
            case 251 -> "bluetooth_le_ll";
            case 252 -> "wireshark_upper_pdu";
            case 253 -> "netlink";
            case 256 -> "bluetooth_le_ll_with_phdr";
            case 258 -> "pktap";
            case 259 -> "epon";
            case 262 -> "zwave_r1_r2";
            case 263 -> "zwave_r3";
            case 265 -> "iso_14443";
            case 266 -> "rds";
            case 271 -> "vsock";
            case 273 -> "usb_darwin";
            case 274 -> "ethernet_mpacket";
            case 275 -> "dpauxmon";
            case Links.COOKED_2 -> "linux_sll2";
            case 278 -> "openvizsla";
            case 283 -> "ieee802_15_4_tap";
            case 288 -> "usb_2_0";
            default -> "link_type_" + linkType;
        };
    }
}
