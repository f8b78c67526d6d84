// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * What a PCCC function touches: a file of the data table, an element, a part of it. Rockwell 1770-6.5.16, chapter 7:
 *
 * <pre>
 * two and three address fields: bytes u8 | file number | file type u8 | element | sub-element (three fields only)
 * word range and typed:         packet offset u16 | total u16 | address
 * </pre>
 *
 * A number of 0xff means that two octets with the number follow. An address of 00 24 ... 00 is text: {@code $N7:0}.
 */
final class PcccAddress {

    static final int FLOAT = 0x8a;
    static final int LONG = 0x91;

    private static final int TWO_FIELDS_READ = 0x0fa1;
    private static final int THREE_FIELDS_READ = 0x0fa2;
    private static final int TWO_FIELDS_WRITE = 0x0fa9;
    private static final int THREE_FIELDS_WRITE = 0x0faa;
    private static final int MASKED_WRITE = 0x0fab;
    private static final int WORD_RANGE_WRITE = 0x0f00;
    private static final int WORD_RANGE_READ = 0x0f01;
    private static final int TYPED_WRITE = 0x0f67;
    private static final int TYPED_READ = 0x0f68;

    private static final int FIRST_TYPE = 0x80;
    private static final String[] LETTERS = {
        "", "", "O", "I", "S", "B", "T", "C", "R", "N", "F", "O", "I", "ST", "A", "D", "", "L", "MG", "PD", "PLS"
    };
    private static final Numbered[] FILES = files();
    private static final Numbered OTHER_FILE = new Numbered("file ");

    private final Wording words = new Wording();

    /** {@code N7}; "" where the function touches no file. */
    String space = "";

    long element;
    long count;
    int fileType;
    /** Whether values of the file follow. */
    boolean writes;

    private long part;
    private boolean named;

    private static Numbered[] files() {
        Numbered[] files = new Numbered[LETTERS.length];
        for (int i = 0; i < files.length; i++) {
            files[i] = new Numbered(LETTERS[i]);
        }
        return files;
    }

    /** Reads the address of a function that has one, and no further. */
    void read(Cursor in, int function) {
        space = "";
        element = -1;
        count = 0;
        fileType = 0;
        part = 0;
        named = false;
        writes = function == TWO_FIELDS_WRITE || function == THREE_FIELDS_WRITE;
        switch (function) {
            case TWO_FIELDS_READ, TWO_FIELDS_WRITE -> fields(in, false);
            case THREE_FIELDS_READ, THREE_FIELDS_WRITE, MASKED_WRITE -> fields(in, true);
            case WORD_RANGE_READ, WORD_RANGE_WRITE, TYPED_READ, TYPED_WRITE -> name(in);
            default -> {}
        }
    }

    private void fields(Cursor in, boolean three) {
        int bytes = in.u8();
        int file = number(in);
        fileType = in.u8();
        element = number(in);
        part = three ? number(in) : 0;
        int index = fileType - FIRST_TYPE;
        boolean lettered = index >= 0 && index < LETTERS.length && !LETTERS[index].isEmpty();
        space = (lettered ? FILES[index] : OTHER_FILE).of(file);
        count = Math.max(1, bytes / size(fileType));
    }

    private static int number(Cursor in) {
        int octet = in.u8();
        return octet == 0xff ? in.u16le() : octet;
    }

    /** The text of a symbolic address; one in numbers is left alone. */
    private void name(Cursor in) {
        in.skip(2);
        int total = in.u16le();
        if (in.peek16(0) != 0x0024) {
            return;
        }
        in.skip(2);
        words.begin();
        while (in.ok() && in.peek(0) > 0) {
            words.add((char) in.u8());
        }
        in.skip(1);
        named = true;
        space = "data table";
        count = total;
    }

    /** Name of the part, {@code T4:0.2} or {@code N7:0}; "" for a whole element. */
    String symbol(Sink out) {
        if (named) {
            return words.take(out);
        }
        return part == 0
                ? ""
                : words.begin()
                        .add(space)
                        .add(':')
                        .decimal(element)
                        .add('.')
                        .decimal(part)
                        .take(out);
    }

    /** Bytes of one element of a file. */
    static int size(int fileType) {
        return switch (fileType) {
            case 0x86, 0x87, 0x88 -> 6;
            case FLOAT, LONG -> 4;
            case 0x8d -> 84;
            default -> 2;
        };
    }
}
