// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import weir.model.Address;
import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * What a CIP device says it is, from the attributes of its identity object or the item of a List Identity answer.
 * CIP volume 1, 5-2.2; volume 2, table 2-4.4:
 *
 * <pre>
 * 1 vendor u16 | 2 type u16 | 3 product code u16 | 4 revision major u8, minor u8 | 5 status u16 | 6 serial u32
 * | 7 product name, length u8 | 8 state u8
 * item: protocol version u16 | socket address 16 (big-endian) | 1 to 8
 * </pre>
 */
final class IdentityFacts {

    private static final int SURE = 5;
    private static final int LIKELY = 4;
    private static final String LIST_IDENTITY = "List Identity";
    private static final int NONE = -1;

    private final Wording words = new Wording();
    private Subject device = new Subject(Address.NONE, "");
    private int vendor = NONE;
    private int type = NONE;
    private int status = NONE;
    private int state = NONE;

    /** Begins to read of this device; what is known of its kind from before is kept. */
    void begin(Subject of) {
        if (!device.equals(of)) {
            device = of;
            vendor = NONE;
            type = NONE;
        }
        status = NONE;
        state = NONE;
    }

    /** Reads one attribute; false where nothing behind it can be read. */
    boolean attribute(Cursor in, long number, Subject of, String source, Sink out) {
        Attribute kind;
        String value;
        switch ((int) number) {
            case 1 -> {
                vendor = in.u16le();
                kind = Attribute.VENDOR;
                value = IdentityNames.vendor(vendor);
            }
            case 2 -> {
                type = in.u16le();
                kind = Attribute.DEVICE_TYPE;
                value = IdentityNames.deviceType(type);
            }
            case 3 -> {
                in.skip(2);
                return in.ok();
            }
            case 4 -> {
                kind = Attribute.FIRMWARE;
                value = words.begin().decimal(in.u8()).add('.').decimal(in.u8()).take(out);
            }
            case 5 -> {
                status = in.u16le();
                return in.ok();
            }
            case 6 -> {
                long serial = in.u32le();
                kind = Attribute.SERIAL;
                value = serial == 0 ? "" : words.begin().hex(serial, 8).take(out);
            }
            case 7 -> {
                kind = Attribute.MODEL;
                value = out.text(in, in.u8());
                if (in.ok() && out.counting()) {
                    out.fact(out.protocol(), source.equals(LIST_IDENTITY) ? "lir.name" : "id.product", value);
                }
            }
            case 8 -> {
                state = in.u8();
                return in.ok();
            }
            default -> {
                return false;
            }
        }
        if (in.ok()) {
            out.identity(of, kind, value, source, SURE);
        }
        return in.ok();
    }

    /** All attributes are read: tells the mode that they amount to. */
    void end(Subject of, String source, Sink out) {
        String mode = status == NONE ? "" : IdentityNames.mode(vendor, type, status);
        if (mode.isEmpty()) {
            mode = IdentityNames.state(state);
        }
        out.identity(of, Attribute.MODE, mode, source, vendor == NONE ? LIKELY : SURE);
    }

    /** The identity item of a List Identity answer. */
    void listed(Cursor in, Sink out) {
        Subject of = out.sender("");
        begin(of);
        in.skip(2 + 4);
        long address = in.u32();
        in.skip(8);
        if (in.ok() && address != 0) {
            out.identity(of, Attribute.IP, words.begin().ip(address).take(out), LIST_IDENTITY, SURE);
        }
        int number = 1;
        while (number <= 8 && attribute(in, number, of, LIST_IDENTITY, out)) {
            number++;
        }
        if (number <= 7) {
            out.violation("truncated", in.read());
            return;
        }
        end(of, LIST_IDENTITY, out);
        if (out.counting()) {
            out.factHex("enip", "lir.vendor", vendor, 4);
            out.fact("enip", "lir.devtype", type);
        }
    }
}
