// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import org.jspecify.annotations.Nullable;
import weir.model.Reading;
import weir.wire.Cursor;

/** Elementary data types: CIP volume 1, table C-6.1. */
enum TagType {
    BOOL(0xc1, 1),
    SINT(0xc2, 1),
    INT(0xc3, 2),
    DINT(0xc4, 4),
    LINT(0xc5, 8),
    USINT(0xc6, 1),
    UINT(0xc7, 2),
    UDINT(0xc8, 4),
    ULINT(0xc9, 8),
    REAL(0xca, 4),
    LREAL(0xcb, 8),
    BYTE(0xd1, 1),
    WORD(0xd2, 2),
    DWORD(0xd3, 4),
    LWORD(0xd4, 8);

    private static final int FIRST = 0xc0;
    private static final @Nullable TagType[] BY_CODE = new @Nullable TagType[0x20];

    static {
        for (TagType type : values()) {
            BY_CODE[type.code - FIRST] = type;
        }
    }

    private final int code;
    private final int size;

    TagType(int code, int size) {
        this.code = code;
        this.size = size;
    }

    /** The type with this number; bits above the lowest eight say which bit a BOOL is. Null for others. */
    static @Nullable TagType of(int number) {
        int index = (number & 0xff) - FIRST;
        return (number & 0xf000) == 0 && index >= 0 && index < BY_CODE.length ? BY_CODE[index] : null;
    }

    /** Bytes of one value. */
    int size() {
        return size;
    }

    void read(Cursor in, Reading into) {
        switch (this) {
            case BOOL -> into.integer(in.u8() == 0 ? 0 : 1);
            case SINT -> into.integer(in.i8());
            case INT -> into.integer(in.i16le());
            case DINT -> into.integer(in.i32le());
            case LINT, ULINT, LWORD -> into.integer(in.u64le());
            case USINT, BYTE -> into.integer(in.u8());
            case UINT, WORD -> into.integer(in.u16le());
            case UDINT, DWORD -> into.integer(in.u32le());
            case REAL -> into.number(in.f32le());
            case LREAL -> into.number(in.f64le());
        }
    }
}
