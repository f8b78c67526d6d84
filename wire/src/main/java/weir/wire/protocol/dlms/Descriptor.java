// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dlms;

import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.NameTable;
import weir.wire.Phrase;
import weir.wire.Sink;

/**
 * An attribute or a method of an object (IEC 62056-5-3): {@code class u16 | OBIS code 6 | number u8}, and what the values
 * of those that name a device say (IEC 62056-6-1 clause 6.2).
 */
final class Descriptor {

    private static final NameTable CLASSES = new NameTable(Descriptor.class, "classes.tsv", "class ");
    private static final int SURE = 5;
    private static final int VALUE = 2;
    private static final int NAME_LENGTH = 3;

    private final Phrase phrase = new Phrase();
    int type;
    int number;
    private long code;

    /** Reads it; the cursor fails where it is cut. */
    void read(Cursor in) {
        type = in.u16();
        code = in.u48();
        number = in.i8();
    }

    Sink on(Sink out) {
        return out.object(CLASSES.name(type), number).symbol(symbol(out));
    }

    /** A-B:C.D.E.F. */
    String symbol(Sink out) {
        return phrase.begin()
                .decimal(code >> 40 & 255)
                .add('-')
                .decimal(code >> 32 & 255)
                .add(':')
                .decimal(code >> 24 & 255)
                .add('.')
                .decimal(code >> 16 & 255)
                .add('.')
                .decimal(code >> 8 & 255)
                .add('.')
                .decimal(code & 255)
                .take(out);
    }

    String space() {
        return CLASSES.name(type);
    }

    /** Class and code, for the answer. */
    long packed() {
        return (long) type << 48 | code;
    }

    void restore(int classOf, long codeOf, int numberOf) {
        type = classOf;
        code = codeOf;
        number = numberOf;
    }

    long code() {
        return code;
    }

    /** Tells who the device is, if this says so. */
    void identify(DataValue value, Subject device, Sink out) {
        if (!value.isText() || number != VALUE || type != 1) {
            return;
        }
        Attribute attribute = switch ((int) (code >>> 8 & 0xff_ffff)) {
            case 42 << 16 -> Attribute.NAME;
            case 96 << 16 | 1 << 8 -> Attribute.SERIAL;
            case 2 << 8 -> isElectricity() ? Attribute.FIRMWARE : null;
            default -> null;
        };
        if (attribute == null) {
            return;
        }
        String text = value.text(out);
        out.identity(device, attribute, text, "GET", SURE);
        if (attribute == Attribute.NAME && text.length() > NAME_LENGTH && isLetters(text)) {
            out.identity(device, Attribute.VENDOR, text.substring(0, NAME_LENGTH), "GET", SURE - 1);
        }
    }

    private boolean isElectricity() {
        return code >> 40 == 1;
    }

    private static boolean isLetters(String text) {
        for (int i = 0; i < NAME_LENGTH; i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }
}
