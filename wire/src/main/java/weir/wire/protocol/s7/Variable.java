// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import weir.wire.Cursor;
import weir.wire.Numbered;

/**
 * The address of a variable, as a job writes it: {@code 0x12 | length u8 | syntax u8 | ...}.
 *
 * <pre>
 * 0x10 any       size u8 | count u16 | data block u16 | area u8 | address u24, in bits, or a number
 * 0x82 to 84 NC  area and unit u8 | column u16 | line u16 | module u8 | lines u8
 * 0xa2 drive     5 octets | parameter u16 | index u16
 * 0xb0 blocks    count u8 | { octets u8 | data block u16 | address u16 }
 * 0xb2 symbolic  0 | area u16 | block or area u16 | checksum u32 | { flags and id u32 }
 * </pre>
 *
 * What comes of it stands in the fields: {@link #first} is an octet's address, a bit in it is the symbol "bit 3".
 */
final class Variable {

    static final int ANY = 0x10;
    static final int DATA_BLOCKS = 0xb0;

    private static final int ANY_LENGTH = 10;
    private static final int SYMBOLIC_BLOCK = 0x8a0e;

    private static final Numbered SYNTAX = Numbered.hex("syntax ");
    private static final Numbered NC_MODULE = Numbered.hex("nc ");
    private static final Numbered LINE = new Numbered("line ");
    private static final Numbered INDEX = new Numbered("index ");
    private static final Numbered SIZE = Numbered.hex("size ");

    String space = "";
    long first;
    long count;
    String symbol = "";
    String qualifier = "";
    /** What {@link Values} needs to read its value. */
    int note;

    /** All but {@link #DATA_BLOCKS}, which name several. */
    void read(int syntax, Cursor in) {
        clear();
        switch (syntax) {
            case ANY -> any(in);
            case 0x82, 0x83, 0x84 -> numericalControl(in);
            case 0xa2 -> drive(in);
            case 0xb2 -> symbolic(in);
            default -> space = SYNTAX.of(syntax);
        }
    }

    private void clear() {
        first = -1;
        count = 0;
        symbol = "";
        qualifier = "";
        note = 0;
    }

    private void any(Cursor in) {
        if (in.left() != ANY_LENGTH - 1) {
            in.fail();
        }
        int size = in.u8();
        int elements = in.u16();
        int block = in.u16();
        int area = in.u8();
        memory(area, block, size, in.u24(), elements);
    }

    /** @param address in bits, or a number where the area has those */
    void memory(int area, int block, int size, int address, int elements) {
        clear();
        TransportSize known = TransportSize.of(size);
        space = Area.name(area, block);
        count = elements;
        qualifier = known == null ? SIZE.of(size) : known.name();
        note = size & Values.SIZE;
        if (Area.isNumbered(area)) {
            first = address;
            note |= Values.NUMBERED;
            return;
        }
        first = address >> 3;
        if (known == TransportSize.BIT) {
            symbol = Area.bit(address);
        }
    }

    /** One of several pieces of data blocks. */
    void piece(Cursor in) {
        int octets = in.u8();
        int block = in.u16();
        memory(Area.DATA_BLOCK, block, TransportSize.BYTE.code(), in.u16() << 3, octets);
        note = 0;
    }

    private void numericalControl(Cursor in) {
        int unit = in.u8();
        first = in.u16();
        symbol = LINE.of(in.u16());
        space = NC_MODULE.of(unit << 8 | in.u8());
        count = in.u8();
    }

    private void drive(Cursor in) {
        in.skip(5);
        space = "drive";
        first = in.u16();
        count = 1;
        symbol = INDEX.of(in.u16());
    }

    private void symbolic(Cursor in) {
        in.skip(1);
        int kind = in.u16();
        int where = in.u16();
        in.skip(4);
        space = kind == SYMBOLIC_BLOCK ? Area.name(Area.DATA_BLOCK, where) : symbolicArea(where);
        qualifier = "symbolic";
        count = 1;
        while (in.left() > 0) {
            first = in.u32() & 0xfff_ffff;
        }
    }

    private static String symbolicArea(int number) {
        return switch (number) {
            case 0x50 -> "I";
            case 0x51 -> "Q";
            case 0x52 -> "M";
            case 0x53 -> "C";
            case 0x54 -> "T";
            default -> "symbolic";
        };
    }
}
