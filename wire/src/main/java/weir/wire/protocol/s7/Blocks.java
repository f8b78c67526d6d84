// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import weir.wire.Cursor;
import weir.wire.Numbered;

/** Names of program blocks, as jobs and lists write them: a kind, five digits, and where the block is kept. */
final class Blocks {

    private static final Numbered ORGANISATION = new Numbered("OB");
    private static final Numbered DATA = new Numbered("DB");
    private static final Numbered SYSTEM_DATA = new Numbered("SDB");
    private static final Numbered FUNCTION = new Numbered("FC");
    private static final Numbered SYSTEM_FUNCTION = new Numbered("SFC");
    private static final Numbered FUNCTION_BLOCK = new Numbered("FB");
    private static final Numbered SYSTEM_FUNCTION_BLOCK = new Numbered("SFB");

    private Blocks() {}

    /** {@code 0A 00001}: two characters for the kind, five digits; "DB1", or "" where it is something else. */
    static String name(Cursor in) {
        int zero = in.u8();
        int kind = in.u8();
        int number = 0;
        for (int i = 0; i < 5; i++) {
            int digit = in.u8() - '0';
            if (digit < 0 || digit > 9) {
                return "";
            }
            number = number * 10 + digit;
        }
        return in.ok() && zero == '0' ? name(kind, number) : "";
    }

    private static String name(int kind, int number) {
        return switch (kind) {
            case '8' -> ORGANISATION.of(number);
            case 'A' -> DATA.of(number);
            case 'B' -> SYSTEM_DATA.of(number);
            case 'C' -> FUNCTION.of(number);
            case 'D' -> SYSTEM_FUNCTION.of(number);
            case 'E' -> FUNCTION_BLOCK.of(number);
            case 'F' -> SYSTEM_FUNCTION_BLOCK.of(number);
            default -> "";
        };
    }

    /** "DB" for {@code 0A}. */
    static String kind(int letter) {
        return switch (letter) {
            case '8' -> "OB";
            case 'A' -> "DB";
            case 'B' -> "SDB";
            case 'C' -> "FC";
            case 'D' -> "SFC";
            case 'E' -> "FB";
            case 'F' -> "SFB";
            default -> "";
        };
    }

    /** Which copy is meant: the one that is kept, the one that runs, or both. */
    static String place(int letter) {
        return switch (letter) {
            case 'P' -> "passive";
            case 'A' -> "active";
            case 'B' -> "both";
            default -> "";
        };
    }
}
