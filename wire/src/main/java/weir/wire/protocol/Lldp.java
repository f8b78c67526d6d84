// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Service;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * Link layer discovery (IEEE 802.1AB clause 8): what hangs on the other end of the cable. Also the inventory of media
 * end points (ANSI/TIA-1057 clause 10.2.6) and the chassis of PROFINET devices (IEC 61158-6-10).
 *
 * <pre>
 * type 7 bits, length 9 bits | value; first chassis (1), port (2), time to live (3), then others, last end (0)
 * 127: organisation 3 | subtype 1 | value
 * </pre>
 */
public final class Lldp implements Protocol {

    private static final int ETHER_TYPE = 0x88cc;
    private static final int PROFIBUS = 0x000ecf;
    private static final int MEDIA = 0x0012bb;
    /** Longer texts are cut: what repeats must not allocate. */
    private static final int LONGEST_TEXT = 256;

    /** Bits of the capabilities, 802.1AB table 8-4. */
    private static final FlagWords CAPABILITIES = new FlagWords(
            "other",
            "repeater",
            "switch",
            "wlan access point",
            "router",
            "telephone",
            "docsis cable device",
            "station",
            "c-vlan component",
            "s-vlan component",
            "two-port mac relay");

    private enum Message implements Service {
        ADVERTISEMENT,
        /** Time to live 0: forget me. */
        SHUTDOWN;

        @Override
        public int code() {
            return ordinal();
        }

        @Override
        public Verb verb() {
            return Verb.IDENTIFY;
        }
    }

    @Override
    public String name() {
        return "lldp";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.etherType(ETHER_TYPE));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static final class Conversation implements Dialogue {

        private final KnownAddresses known = new KnownAddresses();
        private final Cursor value = new Cursor();

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int length = in.left();
            for (int place = 1; in.left() > 0; place++) {
                int header = in.u16();
                int type = header >>> 9;
                int size = header & 0x1ff;
                if (!in.ok() || size > in.left()) {
                    out.violation("truncated", length);
                    return;
                }
                if (place <= 3 && type != place) {
                    out.violation("mandatory_part_missing", place);
                    return;
                }
                if (type == 0) {
                    return;
                }
                in.slice(size, value);
                part(type, out);
                if (!value.ok()) {
                    out.violation("part_too_short", type);
                }
            }
            out.violation("end_missing", length);
        }

        private void part(int type, Sink out) {
            switch (type) {
                case 1 -> chassis(out);
                case 2 -> identify(Attribute.PORT, identifier(3, 4, out), "LLDP port id", 5, out);
                case 3 ->
                    out.notice(value.u16() == 0 ? Message.SHUTDOWN : Message.ADVERTISEMENT)
                            .tell();
                case 4 -> text(Attribute.PORT, "LLDP port description", 4, out);
                case 5 -> {
                    fact("sysname", out);
                    text(Attribute.NAME, "LLDP system name", 5, out);
                }
                case 6 -> {
                    fact("sysdesc", out);
                    text(Attribute.DESCRIPTION, "LLDP system description", 5, out);
                }
                case 7 -> {
                    value.skip(2);
                    identify(Attribute.DEVICE_TYPE, CAPABILITIES.of(value.u16()), "LLDP capabilities", 5, out);
                }
                case 8 -> managementAddress(out);
                case 127 -> organisation(out);
                default -> {}
            }
        }

        private void fact(String key, Sink out) {
            if (out.counting()) {
                out.fact("lldp", key, out.text(value, value.left()));
                value.seek(0);
            }
        }

        /** A name that is no name but the hardware address says nothing beyond that address. */
        private void chassis(Sink out) {
            int subtype = value.peek(0);
            Attribute attribute = switch (subtype) {
                case 4 -> Attribute.MAC;
                case 5 -> Attribute.IP;
                default -> Attribute.NAME;
            };
            int confidence = attribute == Attribute.NAME ? 3 : 5;
            identify(attribute, identifier(4, 5, out), "LLDP chassis id", confidence, out);
        }

        /** Subtype 1 | identifier: text, but for a hardware and for a network address. */
        private String identifier(int macSubtype, int networkSubtype, Sink out) {
            int subtype = value.u8();
            if (subtype == macSubtype) {
                return known.mac(value.u48()).toString();
            }
            if (subtype == networkSubtype) {
                return address(value.u8());
            }
            return out.text(value, Math.min(LONGEST_TEXT, value.left()));
        }

        /** Address string length 1 | family 1 | address | interface numbering 1 | number 4 | object identifier. */
        private void managementAddress(Sink out) {
            value.skip(1);
            int family = value.u8();
            if (family == 6) {
                identify(Attribute.MAC, known.mac(value.u48()).toString(), "LLDP management address", 5, out);
            } else {
                identify(Attribute.IP, address(family), "LLDP management address", 5, out);
            }
        }

        /** By IANA address family; "" for none that is one device's. */
        private String address(int family) {
            Address address = switch (family) {
                case 1 -> known.ipv4(value.u32());
                case 2 -> known.ipv6(value.u64(), value.u64());
                default -> Address.NONE;
            };
            return value.ok() && address.isUnicast() ? address.toString() : "";
        }

        private void organisation(Sink out) {
            int organisation = value.u24();
            int subtype = value.u8();
            if (organisation == PROFIBUS && subtype == 5) {
                identify(Attribute.MAC, known.mac(value.u48()).toString(), "LLDP PROFINET chassis", 5, out);
            } else if (organisation == MEDIA) {
                inventory(subtype, out);
            }
        }

        private void inventory(int subtype, Sink out) {
            switch (subtype) {
                case 5 -> text(Attribute.HARDWARE, "LLDP-MED inventory", 5, out);
                case 6 -> text(Attribute.FIRMWARE, "LLDP-MED inventory", 5, out);
                case 7 -> text(Attribute.SYSTEM, "LLDP-MED inventory", 5, out);
                case 8 -> text(Attribute.SERIAL, "LLDP-MED inventory", 5, out);
                case 9 -> text(Attribute.VENDOR, "LLDP-MED inventory", 5, out);
                case 10 -> text(Attribute.MODEL, "LLDP-MED inventory", 5, out);
                default -> {}
            }
        }

        private void text(Attribute attribute, String source, int confidence, Sink out) {
            identify(attribute, out.text(value, Math.min(LONGEST_TEXT, value.left())), source, confidence, out);
        }

        private void identify(Attribute attribute, String text, String source, int confidence, Sink out) {
            if (value.ok()) {
                out.identity(out.sender(), attribute, text, source, confidence);
            }
        }
    }
}
