// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import weir.model.Address;
import weir.model.Attribute;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;
import weir.wire.protocol.FlagWords;
import weir.wire.protocol.KnownAddresses;

/**
 * The blocks of PROFINET discovery and configuration, one after the other (IEC 61158-6-10 clause 4.3.1.4), and what a
 * station says of itself in them.
 */
final class DiscoveryBlocks {

    private static final int LONGEST_TEXT = 256;

    private static final FlagWords ROLES =
            new FlagWords("IO-Device", "IO-Controller", "IO-Multidevice", "IO-Supervisor");

    private static final Numbered VENDOR = Numbered.hex("vendor ");
    private static final Numbered OTHER = Numbered.hex("block ");

    private final KnownAddresses known = new KnownAddresses();
    private final Cursor value = new Cursor();
    private int option;
    private int suboption;
    private int qualifier;

    /** Moves to the next block of which {@code ahead} bytes (0 or 2) stand before the value; false without one. */
    boolean next(Cursor in, int ahead) {
        option = in.u8();
        suboption = in.u8();
        int length = in.u16();
        in.slice(length, value);
        qualifier = 0;
        if (in.ok() && ahead == 2) {
            qualifier = value.u16();
        }
        if (in.left() > 0) {
            in.skip(length & 1);
        }
        if (!value.ok()) {
            in.fail();
        }
        return in.ok();
    }

    int option() {
        return option;
    }

    int suboption() {
        return suboption;
    }

    int qualifier() {
        return qualifier;
    }

    Cursor value() {
        return value;
    }

    boolean isResponse() {
        return option == 5 && suboption == 4;
    }

    String label() {
        return label(option, suboption);
    }

    static String label(int option, int suboption) {
        return switch (option << 8 | suboption) {
            case 0x0101 -> "mac";
            case 0x0102 -> "ip";
            case 0x0103 -> "full_ip";
            case 0x0201 -> "vendor_value";
            case 0x0202 -> "station_name";
            case 0x0203 -> "device_id";
            case 0x0204 -> "role";
            case 0x0205 -> "options";
            case 0x0206 -> "alias";
            case 0x0207 -> "instance";
            case 0x0208 -> "oem_device_id";
            case 0x0501 -> "start";
            case 0x0502 -> "stop";
            case 0x0503 -> "signal";
            case 0x0505 -> "factory_reset";
            case 0x0506 -> "reset_to_factory";
            case 0x0601 -> "initiative";
            case 0xffff -> "all";
            default -> option == 3 ? "dhcp" : OTHER.of(option << 8 | suboption);
        };
    }

    /** The value of this block, where it has one in words: a name, an address; else "". */
    String text(Sink out) {
        return switch (option << 8 | suboption) {
            case 0x0102, 0x0103 -> known.ipv4(value.u32()).toString();
            case 0x0202 -> {
                String name = words(out);
                if (!name.isEmpty()) {
                    out.fact("profinet", "dcp.name", name);
                }
                yield name;
            }
            case 0x0201, 0x0206 -> words(out);
            default -> "";
        };
    }

    /** What the sender says of itself in these blocks, each with its two bytes of information. */
    void identify(Cursor in, String source, Sink out) {
        while (in.left() > 0 && next(in, 2)) {
            switch (option << 8 | suboption) {
                case 0x0101 -> say(Attribute.MAC, known.mac(value.u48()), source, out);
                case 0x0102, 0x0103 -> say(Attribute.IP, known.ipv4(value.u32()), source, out);
                case 0x0201 -> {
                    String words = words(out);
                    out.fact("profinet", "dcp.vendorvalue", words);
                    say(Attribute.MODEL, words, source, out);
                }
                case 0x0202 -> say(Attribute.NAME, text(out), source, out);
                case 0x0203 -> device(source, out);
                case 0x0204 -> say(Attribute.DEVICE_TYPE, ROLES.of(value.u8()), source, out);
                default -> {}
            }
            if (!value.ok()) {
                out.violation("block_too_short", option << 8 | suboption);
            }
        }
    }

    /** Vendor 2 | device 2. */
    private void device(String source, Sink out) {
        int vendor = value.u16();
        int device = value.u16();
        if (value.ok()) {
            out.factHex("profinet", "dcp.vendorid", vendor, 4);
            out.factHex("profinet", "dcp.deviceid", device, 4);
            String name = Vendors.of(vendor);
            say(Attribute.VENDOR, name.isEmpty() ? VENDOR.of(vendor) : name, source, out);
        }
    }

    private String words(Sink out) {
        return out.text(value, Math.min(LONGEST_TEXT, value.left()));
    }

    private void say(Attribute attribute, Address address, String source, Sink out) {
        if (address.isUnicast()) {
            say(attribute, address.toString(), source, out);
        }
    }

    private void say(Attribute attribute, String words, String source, Sink out) {
        if (value.ok()) {
            out.identity(out.sender(), attribute, words, source, 5);
        }
    }
}
