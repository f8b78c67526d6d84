// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ethercat;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.PointValue;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;
import weir.wire.protocol.KnownNumbers;

/**
 * CANopen over EtherCAT (ETG.1000.6 clause 5.6): the objects of a station, little-endian.
 *
 * <pre>
 * number 9 bits, 0 3 bits, kind 4 bits | SDO: command 1 | index 2 | subindex 1 | value 4, or size 4 and value
 * emergency: error 2 | register 1 | 5
 * </pre>
 */
final class CanOpen {

    private static final int EMERGENCY = 1;
    private static final int REQUEST = 2;
    private static final int ANSWER = 3;
    private static final int INFORMATION = 8;

    private static final int EXPEDITED = 2;
    private static final int SIZED = 1;

    private static final Numbered OBJECT = Numbered.hex("object ");
    private static final Numbered ERROR = Numbered.hex("error ");
    private static final int LONGEST_TEXT = 128;

    private final KnownNumbers numbers = KnownNumbers.decimal("");
    private final KnownNumbers products = KnownNumbers.hexadecimal("product ");
    private final KnownNumbers revisions = KnownNumbers.hexadecimal("revision ");

    /** Whether these 16 bits begin a message: a known kind, the bits between are 0. */
    static boolean is(int header) {
        int kind = header >>> 12;
        return kind >= EMERGENCY && kind <= INFORMATION && (header & 0x0e00) == 0;
    }

    void message(Cursor in, String unit, Subject device, boolean asks, Sink out) {
        switch (in.u16le() >>> 12) {
            case EMERGENCY -> {
                int error = in.u16le();
                if (in.ok()) {
                    out.notice(EtherCatService.EMERGENCY)
                            .unit(unit)
                            .symbol(ERROR.of(error))
                            .tell();
                }
            }
            case REQUEST, ANSWER -> service(in, unit, device, asks, out);
            case INFORMATION -> {
                if (asks) {
                    out.request(EtherCatService.SDO_INFORMATION).unit(unit).tell();
                } else {
                    out.response(EtherCatService.SDO_INFORMATION).unit(unit).tell();
                }
            }
            default ->
                out.notice(EtherCatService.PROCESS_DATA_OBJECT).unit(unit).tell();
        }
    }

    private void service(Cursor in, String unit, Subject device, boolean asks, Sink out) {
        int command = in.u8();
        int kind = command >>> 5;
        boolean segment = asks ? kind == 0 || kind == 3 : kind == 0 || kind == 1;
        if (segment) {
            if (asks) {
                out.request(EtherCatService.SDO_SEGMENT).unit(unit).tell();
            } else {
                out.response(EtherCatService.SDO_SEGMENT).unit(unit).tell();
            }
            return;
        }
        int index = in.u16le();
        int subindex = in.u8();
        if (!in.ok()) {
            return;
        }
        if (kind == 4) {
            aborted(in, index, subindex, unit, asks, out);
            return;
        }
        boolean download = asks ? kind == 1 : kind == 3;
        EtherCatService what = download ? EtherCatService.SDO_DOWNLOAD : EtherCatService.SDO_UPLOAD;
        if (asks) {
            out.request(what);
        } else {
            out.response(what);
        }
        out.unit(unit).object(OBJECT.of(index), subindex).tell();
        if (asks == download) {
            value(command, in, index, subindex, device, asks, out);
        }
    }

    private static void aborted(Cursor in, int index, int subindex, String unit, boolean asks, Sink out) {
        int code = in.i32le();
        if (!in.ok()) {
            return;
        }
        if (asks) {
            out.notice(EtherCatService.SDO_ABORT);
        } else {
            out.response(EtherCatService.SDO_ABORT);
        }
        out.unit(unit)
                .object(OBJECT.of(index), subindex)
                .refused(code, SdoAborts.name(code))
                .tell();
    }

    /** What is written with the request or read with the answer. */
    private void value(int command, Cursor in, int index, int subindex, Subject device, boolean write, Sink out) {
        int size;
        if ((command & EXPEDITED) != 0) {
            size = (command & SIZED) == 0 ? 4 : 4 - (command >>> 2 & 3);
        } else {
            size = (int) Math.min(in.u32le(), in.left());
        }
        if (!in.ok() || size > in.left()) {
            return;
        }
        Attribute attribute = attribute(index, subindex);
        if (attribute != null && !write) {
            identify(in, attribute, size, device, out);
        } else if (size <= 8 && out.wantsPoints()) {
            point(in, index, subindex, size, device, write, out);
        }
    }

    private static @Nullable Attribute attribute(int index, int subindex) {
        return switch (index) {
            case 0x1008 -> Attribute.MODEL;
            case 0x1009 -> Attribute.HARDWARE;
            case 0x100a -> Attribute.FIRMWARE;
            case 0x1018 ->
                switch (subindex) {
                    case 1 -> Attribute.VENDOR;
                    case 2 -> Attribute.ORDER_NUMBER;
                    case 3 -> Attribute.DESCRIPTION;
                    case 4 -> Attribute.SERIAL;
                    default -> null;
                };
            default -> null;
        };
    }

    /** Texts in the objects from 0x1008, numbers in the identity object 0x1018. */
    private void identify(Cursor in, Attribute attribute, int size, Subject device, Sink out) {
        String source = "SDO upload";
        switch (attribute) {
            case VENDOR -> out.identity(device, attribute, Makers.of(in.u32le()), source, 5);
            case ORDER_NUMBER -> out.identity(device, attribute, products.of(in.u32le()), source, 5);
            case DESCRIPTION -> out.identity(device, attribute, revisions.of(in.u32le()), source, 5);
            case SERIAL -> out.identity(device, attribute, numbers.of(in.u32le()), source, 5);
            default -> out.identity(device, attribute, out.text(in, Math.min(size, LONGEST_TEXT)), source, 5);
        }
    }

    private static void point(Cursor in, int index, int subindex, int size, Subject device, boolean write, Sink out) {
        long number = 0;
        for (int i = 0; i < size; i++) {
            number |= (long) in.u8() << 8 * i;
        }
        out.reading().integer(number);
        PointValue.Origin origin = write ? PointValue.Origin.WRITE : PointValue.Origin.READ;
        out.point(device, OBJECT.of(index), subindex, "", TYPES[size], origin);
    }

    private static final String[] TYPES = {"", "u8", "u16", "u24", "u32", "u40", "u48", "u56", "u64"};
}
