// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7plus;

import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * Names of objects and of the variables in them.
 *
 * <pre>
 * way to a variable: symbol's check v | area v | count v | { sub-area or number v } ...
 * </pre>
 */
final class Places {

    private static final long DATA_BLOCK = 0x8a0e;
    private static final int MOST_NUMBERS = 12;
    private static final int LONGEST = 9 * (MOST_NUMBERS + 1);

    private static final Numbered DB = new Numbered("DB");
    private static final Numbered OBJECT = new Numbered("object ");
    private static final String LARGE_OBJECT = "object";

    private final byte[] scratch = new byte[LONGEST];
    private final Cursor text = new Cursor();
    private int length;

    private long area;
    private long first;
    private String symbol = "";

    /** Reads the way to a variable; the cursor fails where it is malformed. */
    void read(Cursor in, Sink out) {
        Packed.u32(in);
        area = Packed.u32(in);
        long numbers = Packed.u32(in);
        first = numbers == 0 ? 0 : Packed.u32(in);
        if (numbers > MOST_NUMBERS || !in.ok()) {
            in.fail();
            return;
        }
        length = 0;
        hex(area);
        if (numbers > 0 && first != Attributes.VALUES && first != Attributes.AREA_VALUES) {
            dotted(first);
        }
        for (int i = 1; i < numbers; i++) {
            dotted(Packed.u32(in));
        }
        symbol = out.text(text.wrap(scratch, 0, length), length);
        if (numbers == 1 && !isMemory(area)) {
            symbol = Attributes.name(first);
        }
    }

    /** Name of the area last read. */
    String space() {
        return object(area, 0);
    }

    /** Name of the variable in it. */
    String symbol() {
        return symbol;
    }

    /** What writing it does: the first number behind an object is its attribute. */
    long attribute() {
        return isMemory(area) ? Attributes.VALUES : first;
    }

    private static boolean isMemory(long id) {
        return id >= 80 && id <= 84 || id >> 16 == DATA_BLOCK;
    }

    /** Name of an object; {@code session} is the one that the message belongs to. */
    static String object(long id, long session) {
        if (id == session && id != 0) {
            return "session";
        }
        if (id >> 16 == DATA_BLOCK) {
            return DB.of(id & 0xffff);
        }
        return switch ((int) id) {
            case 1 -> "station";
            case 2 -> "hardware_configuration";
            case 3 -> "program";
            case 8 -> "alarms";
            case 11 -> "test_and_debug";
            case 50 -> "cpu_common";
            case 51 -> "card_reader";
            case 52 -> "cpu_exec_unit";
            case 53 -> "web_server";
            case 54 -> "display";
            case 80 -> "I";
            case 81 -> "Q";
            case 82 -> "M";
            case 83 -> "C";
            case 84 -> "T";
            case 285 -> "sessions";
            case 537 -> "type_information";
            // numbers that the controller gives anew each time say nothing, and there is no end of them
            default -> id < 0x10000 ? OBJECT.of(id) : LARGE_OBJECT;
        };
    }

    private void dotted(long number) {
        scratch[length++] = '.';
        hex(number);
    }

    private void hex(long number) {
        boolean begun = false;
        for (int shift = 28; shift >= 0; shift -= 4) {
            int digit = (int) (number >>> shift) & 0xf;
            begun |= digit != 0 || shift == 0;
            if (begun) {
                scratch[length++] = (byte) (digit < 10 ? '0' + digit : 'A' + digit - 10);
            }
        }
    }
}
