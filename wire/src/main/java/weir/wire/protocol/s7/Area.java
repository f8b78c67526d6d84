// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import weir.wire.Numbered;

/** The parts of a controller's memory, named as in STEP 7. */
final class Area {

    static final int COUNTERS = 0x1c;
    static final int TIMERS = 0x1d;
    static final int DATA_BLOCK = 0x84;
    static final int INSTANCE_BLOCK = 0x85;

    private static final Numbered DATA_BLOCKS = new Numbered("DB");
    private static final Numbered INSTANCE_BLOCKS = new Numbered("DI");
    private static final Numbered OTHERS = Numbered.hex("area ");
    private static final String[] BITS = {"bit 0", "bit 1", "bit 2", "bit 3", "bit 4", "bit 5", "bit 6", "bit 7"};

    private Area() {}

    static String name(int area, int block) {
        return switch (area) {
            case 0x01 -> "record";
            case 0x03 -> "SI";
            case 0x05 -> "SM";
            case 0x06 -> "AI";
            case 0x07 -> "AQ";
            case COUNTERS -> "C";
            case TIMERS -> "T";
            case 0x1e -> "IEC counter";
            case 0x1f -> "IEC timer";
            case 0x80 -> "peripheral";
            case 0x81 -> "I";
            case 0x82 -> "Q";
            case 0x83 -> "M";
            case DATA_BLOCK -> DATA_BLOCKS.of(block);
            case INSTANCE_BLOCK -> INSTANCE_BLOCKS.of(block);
            case 0x86 -> "L";
            case 0x87 -> "V";
            default -> OTHERS.of(area);
        };
    }

    /** Whether its objects are numbered, and not addressed by octet and bit. */
    static boolean isNumbered(int area) {
        return area >= COUNTERS && area <= 0x1f;
    }

    static String bit(int number) {
        return BITS[number & 7];
    }
}
