// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.amqp;

import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * The fields of a performative of AMQP 1.0, one after the other (part 1, 1.6). A form u8 says how the value stands; its
 * high digit how long it is.
 *
 * <pre>
 * 0 the number of what follows, then that | 4 nothing | 5 u8 | 6 u16 | 7 u32 | 8 u64 | 9 16 octets
 * a octets behind u8 | b octets behind u32 | c, e several, behind u8 | d, f several, behind u32
 * </pre>
 *
 * <p>Fields that are left out at the end are read as none.
 */
final class Fields {

    private static final int NULL = 0x40;
    private static final int ERROR = 0x1d;

    private final Cursor list = new Cursor();
    private final Cursor inner = new Cursor();
    private final Cursor value = new Cursor();

    /** Begins with the performative that stands here; gives its number, or -1. */
    int begin(Cursor in) {
        long number = descriptor(in);
        list(in, list);
        return number < 0 || number > 0xff ? -1 : (int) number;
    }

    boolean ok() {
        return list.ok();
    }

    /** The number behind a 0; -1 where there is none. */
    private static long descriptor(Cursor in) {
        if (in.peek(0) != 0) {
            return -1;
        }
        in.skip(1);
        return switch (in.u8()) {
            case 0x53 -> in.u8();
            case 0x80 -> in.u64();
            case 0x44 -> 0;
            default -> -1;
        };
    }

    /** Lets {@code part} read the elements of the list that stands here. */
    private static void list(Cursor in, Cursor part) {
        switch (in.u8()) {
            case 0x45 -> in.slice(0, part);
            case 0xc0 -> {
                in.slice(in.u8(), part);
                part.skip(1);
            }
            case 0xd0 -> {
                in.slice(in.i32(), part);
                part.skip(4);
            }
            default -> in.fail();
        }
    }

    /** Whether the next field has no value. */
    boolean isNone() {
        return list.ok() && (list.left() == 0 || list.peek(0) == NULL);
    }

    void skip() {
        if (list.left() > 0) {
            skip(list);
        }
    }

    private static void skip(Cursor in) {
        int form = in.u8();
        if (form == 0) {
            skipPlain(in.u8(), in);
            form = in.u8();
        }
        skipPlain(form, in);
    }

    private static void skipPlain(int form, Cursor in) {
        switch (form >> 4) {
            case 4 -> {}
            case 5 -> in.skip(1);
            case 6 -> in.skip(2);
            case 7 -> in.skip(4);
            case 8 -> in.skip(8);
            case 9 -> in.skip(16);
            case 0xa, 0xc, 0xe -> in.skip(in.u8());
            case 0xb, 0xd, 0xf -> in.skip(in.i32());
            default -> in.fail();
        }
    }

    /** A text or a symbol; empty for none. */
    String text(Sink out) {
        Cursor octets = octets();
        return out.text(octets, octets.left());
    }

    /** The octets of a text, a symbol or a binary; none for another value. */
    Cursor octets() {
        int form = list.peek(0);
        if (form >> 4 == 0xa) {
            list.skip(1);
            list.slice(list.u8(), value);
        } else if (form >> 4 == 0xb) {
            list.skip(1);
            list.slice(list.i32(), value);
        } else {
            skip();
            value.wrap(list.bytes(), list.offset(), 0);
        }
        return value;
    }

    /** A number without sign; 0 for none. */
    long number() {
        if (list.left() == 0) {
            return 0;
        }
        int form = list.peek(0);
        switch (form) {
            case 0x43, 0x44 -> list.skip(1);
            case 0x50, 0x52, 0x53 -> {
                list.skip(1);
                return list.u8();
            }
            case 0x60 -> {
                list.skip(1);
                return list.u16();
            }
            case 0x70 -> {
                list.skip(1);
                return list.u32();
            }
            default -> skip();
        }
        return 0;
    }

    boolean isTrue() {
        int form = list.peek(0);
        boolean octet = form == 0x56 && list.peek(1) == 1;
        skip();
        return form == 0x41 || octet;
    }

    /** The address that a source or target begins with; empty for none. */
    String address(Sink out) {
        if (list.left() == 0 || list.peek(0) == NULL) {
            skip();
            return "";
        }
        return first(out);
    }

    /** The condition that an error begins with; empty for none. */
    String error(Sink out) {
        int end = list.left();
        if (end == 0 || list.peek(0) == NULL) {
            skip();
            return "";
        }
        boolean isError = list.peek(0) == 0 && (list.peek(2) == ERROR || list.peek(9) == ERROR);
        String condition = first(out);
        return isError ? condition : "";
    }

    /** The text that begins the described list which stands here. */
    private String first(Sink out) {
        if (descriptor(list) < 0) {
            list.fail();
            return "";
        }
        list(list, inner);
        int form = inner.u8();
        int length = form >> 4 == 0xa ? inner.u8() : form >> 4 == 0xb ? inner.i32() : 0;
        return out.text(inner, length);
    }
}
