// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.hart;

import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Phrase;
import weir.wire.Sink;

/**
 * Who field devices are, from the answers that say so (TS20127).
 *
 * <pre>
 * 0, 11, 21  fe | type u16 | preambles | universal revision | device revision | software | hardware 5 bits, signal
 *            | flags | id u24 | preambles | variables | changes u16 | status | manufacturer u16 | label u16 | profile
 *            before revision 7: manufacturer u8, type u8 in place of type, and nothing after id
 * 13         tag 6 packed | descriptor 12 packed | date 3              20  long tag 32
 * 84         index u16 | card | channel | manufacturer u16 | type u16 | id u24 | universal revision | long tag 32
 * </pre>
 */
final class Identification {

    private static final int SURE = 5;
    private static final int LIKELY = 4;
    private static final int FAIR = 3;
    private static final int REVISION_7 = 7;
    private static final int LONG_TAG = 32;

    private static final NamedCodes MANUFACTURERS = NamedCodes.decimal("hart/manufacturers", "manufacturer ");

    private final Phrase phrase = new Phrase();
    /** Address of the device that the network address itself belongs to, or -1 as long as that is not known. */
    private long own = -1;

    void unique(Cursor in, HartFrame frame, String source, Sink out) {
        in.skip(1);
        int type = in.u16();
        in.skip(1);
        int universal = in.u8();
        int revision = in.u8();
        int software = in.u8();
        int hardware = in.u8() >> 3;
        in.skip(1);
        long id = in.u24();
        if (!in.ok()) {
            out.violation("malformed", in.read());
            return;
        }
        int manufacturer = type >> 8;
        String profile = "";
        if (universal >= REVISION_7) {
            in.skip(5);
            manufacturer = in.u16();
            in.skip(2);
            int code = in.u8();
            profile = in.ok() ? profile(code) : "";
            manufacturer = in.ok() ? manufacturer : type >> 8;
            if (isHost(code) && in.ok()) {
                own = address(type, id);
            }
        }
        long unique = address(type, id);
        Subject device = out.sender(frame.unit(unique, out));
        String model = phrase.begin().add("device type 0x").hex(type, 4).take(out);
        String firmware =
                phrase.begin().decimal(revision).add('.').decimal(software).take(out);
        String made = phrase.begin().decimal(hardware).take(out);
        String serial = phrase.begin().decimal(id).take(out);
        tell(unique, device, Attribute.VENDOR, MANUFACTURERS.of(manufacturer), source, SURE, out);
        tell(unique, device, Attribute.DEVICE_TYPE, profile, source, SURE, out);
        tell(unique, device, Attribute.MODEL, model, source, FAIR, out);
        tell(unique, device, Attribute.FIRMWARE, firmware, source, SURE, out);
        tell(unique, device, Attribute.HARDWARE, made, source, SURE, out);
        tell(unique, device, Attribute.SERIAL, serial, source, SURE, out);
    }

    void tag(Cursor in, HartFrame frame, Subject device, Sink out) {
        String tag = packed(in, 6, out);
        String descriptor = packed(in, 12, out);
        if (!in.ok()) {
            out.violation("malformed", in.read());
            return;
        }
        out.fact("hartip", "tag", tag);
        tell(frame.address(), device, Attribute.NAME, set(tag), "Read Tag", LIKELY, out);
        tell(frame.address(), device, Attribute.DESCRIPTION, set(descriptor), "Read Tag", SURE, out);
    }

    void longTag(Cursor in, HartFrame frame, Subject device, Sink out) {
        String tag = out.text(in, LONG_TAG);
        if (!in.ok()) {
            out.violation("malformed", in.read());
            return;
        }
        out.fact("hartip", "tag", tag);
        tell(frame.address(), device, Attribute.NAME, tag, "Read Long Tag", SURE, out);
    }

    /** A device behind an I/O system. */
    void behind(Cursor in, HartFrame frame, Sink out) {
        in.skip(4);
        int manufacturer = in.u16();
        int type = in.u16();
        long id = in.u24();
        in.skip(1);
        String tag = out.text(in, LONG_TAG);
        if (!in.ok()) {
            out.violation("malformed", in.read());
            return;
        }
        Subject device = out.sender(frame.unit(address(type, id), out));
        String source = "Read Sub-Device Identity";
        out.identity(device, Attribute.NAME, tag, source, SURE);
        out.identity(device, Attribute.VENDOR, MANUFACTURERS.of(manufacturer), source, SURE);
        out.identity(device, Attribute.SERIAL, phrase.begin().decimal(id).take(out), source, SURE);
    }

    private static long address(int type, long id) {
        return (long) (type & 0x3fff) << 24 | id;
    }

    private void tell(
            long unique, Subject device, Attribute what, String value, String source, int confidence, Sink out) {
        out.identity(device, what, value, source, confidence);
        if (own == unique) {
            out.identity(out.sender(), what, value, source, confidence);
        }
    }

    /** A tag that nobody set is full of the character zero. */
    private static String set(String text) {
        return text.startsWith("@@@@@@@@") || text.startsWith("????????") ? "" : text;
    }

    /** Four characters in three octets, six bits each (TS20127 clause 5.1.1). */
    private String packed(Cursor in, int octets, Sink out) {
        phrase.begin();
        for (int i = 0; i < octets; i += 3) {
            int four = in.u24();
            for (int shift = 18; shift >= 0; shift -= 6) {
                int six = four >> shift & 0x3f;
                phrase.add((char) ((six & 0x20) != 0 ? six : six | 0x40));
            }
        }
        return in.ok() ? phrase.take(out) : "";
    }

    /** Speaks HART-IP itself. */
    private static boolean isHost(int profile) {
        return profile == 4 || profile >= 65 && profile <= 68 || profile == 132;
    }

    /** Common table 57. */
    private static String profile(int code) {
        return switch (code) {
            case 1 -> "HART process automation device";
            case 2 -> "HART discrete device";
            case 3 -> "HART hybrid device";
            case 4 -> "HART I/O system";
            case 14 -> "HART discrete adapter";
            case 65 -> "HART-IP process automation device";
            case 66 -> "HART-IP discrete device";
            case 67 -> "HART-IP hybrid device";
            case 68 -> "HART-IP I/O system";
            case 129 -> "WirelessHART process automation device";
            case 130 -> "WirelessHART discrete device";
            case 131 -> "WirelessHART hybrid device";
            case 132 -> "WirelessHART gateway";
            case 140 -> "WirelessHART access point";
            case 141 -> "WirelessHART process adapter";
            case 142 -> "WirelessHART discrete adapter";
            case 144 -> "WirelessHART handheld";
            default -> "";
        };
    }
}
