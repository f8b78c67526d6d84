// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import weir.model.Reading;
import weir.wire.Cursor;
import weir.wire.Sink;

/** Reads objects whose header was checked, and tells their values. */
final class Values {

    private final Cursor object = new Cursor();

    void read(Cursor in, ObjectHeader header, ObjectType type, Message message, Sink out) {
        if (type.isAttribute()) {
            attributes(in, header, message, out);
        } else if (out.wantsPoints() && type.isPoint() && !header.sized()) {
            if (type.bits() > 0 && !header.indexed()) {
                packed(in, header, type, message, out);
            } else {
                whole(in, header, type, message, out);
            }
        }
    }

    private static void packed(Cursor in, ObjectHeader header, ObjectType type, Message message, Sink out) {
        int bits = type.bits();
        int octet = 0;
        for (long i = 0; i < header.count && in.ok(); i++) {
            int shift = (int) (i * bits) & 7;
            if (shift == 0) {
                octet = in.u8();
            }
            out.reading().integer(octet >>> shift & (1 << bits) - 1);
            point(header.indexAt(i), type, message, out);
        }
    }

    private static void whole(Cursor in, ObjectHeader header, ObjectType type, Message message, Sink out) {
        for (long i = 0; i < header.count && in.left() > 0; i++) {
            long index = header.indexed() ? header.prefix(in) : header.indexAt(i);
            fields(in, type, out);
            if (in.ok()) {
                point(index, type, message, out);
            }
        }
    }

    private static void point(long index, ObjectType type, Message message, Sink out) {
        out.point(message.subject, type.kind(), index, "", type.valueType(), message.origin());
    }

    private static void fields(Cursor in, ObjectType type, Sink out) {
        Reading reading = out.reading();
        for (int i = 0; i < type.fields().size(); i++) {
            Field field = type.fields().get(i);
            switch (field) {
                case BIT, TWO_BITS, U8 -> reading.integer(in.u8());
                case STATE, COMMAND -> {
                    int octet = in.u8();
                    reading.integer(octet >>> 7).quality(octet & 0x7f);
                }
                case TWO_BIT_STATE -> {
                    int octet = in.u8();
                    reading.integer(octet >>> 6).quality(octet & 0x3f);
                }
                case FLAGS, STATUS -> reading.quality(in.u8());
                case I16 -> reading.integer(in.i16le());
                case I32 -> reading.integer(in.i32le());
                case U16 -> reading.integer(in.u16le());
                case U32 -> reading.integer(in.u32le());
                case F32 -> reading.number(in.f32le());
                case F64 -> reading.number(in.f64le());
                case OCTETS -> reading.text(out.text(in, type.size()));
                case TIME, OFFSET, SKIP2, SKIP4, SKIP8, CROB, ATTRIBUTE, SIZED -> in.skip(field.size);
            }
        }
    }

    /** Type u8, length u8, value. Only texts say who a device is. */
    private void attributes(Cursor in, ObjectHeader header, Message message, Sink out) {
        for (long i = 0; i < header.count && in.left() > 0; i++) {
            if (header.indexed() || header.sized()) {
                header.prefix(in);
            }
            int dataType = in.u8();
            in.slice(in.u8(), object);
            if (in.ok() && dataType == DeviceAttribute.TEXT && message.reports()) {
                DeviceAttribute.tell(header.variation, object, message, out);
            }
        }
    }
}
