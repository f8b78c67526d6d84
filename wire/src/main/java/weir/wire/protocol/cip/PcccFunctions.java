// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Rows;

/** Commands and functions of PCCC, and what its status octets mean: Rockwell 1770-6.5.16, chapters 7 and 8. */
final class PcccFunctions {

    static final int CHANGE_MODE = 0x0f80;
    static final int SET_CPU_MODE = 0x0f3a;
    static final int ENTER_DOWNLOAD = 0x0704;
    static final int ENTER_UPLOAD = 0x0706;
    static final int DOWNLOAD = 0x0f05;
    static final int UPLOAD = 0x0f06;
    static final int DOWNLOAD_ALL = 0x0f50;
    static final int DOWNLOAD_COMPLETED = 0x0f52;
    static final int UPLOAD_ALL = 0x0f53;
    static final int UPLOAD_COMPLETED = 0x0f55;

    private static final int COMMANDS = 0x10;
    private static final int OCTETS = 0x100;
    private static final Function[][] FUNCTIONS = functions();
    private static final String[] STATUS = Statuses.texts("cip/pccc-statuses", "status", OCTETS);
    private static final String[] EXTENDED = Statuses.texts("cip/pccc-statuses", "extended", OCTETS);

    /** A function; its code is command and function. */
    record Function(String name, int code, Verb verb) implements Service {}

    private PcccFunctions() {}

    /** Whether a function octet follows the command. */
    static boolean hasFunction(int command) {
        return switch (command & 15) {
            case 6, 7, 15 -> true;
            default -> false;
        };
    }

    static Function of(int command, int function) {
        return FUNCTIONS[command & COMMANDS - 1][function & OCTETS - 1];
    }

    static String status(int status, int extended) {
        return status == 0xf0 ? EXTENDED[extended & OCTETS - 1] : STATUS[status & 0xf0];
    }

    private static Function[][] functions() {
        @Nullable Function[][] listed = new @Nullable Function[COMMANDS][OCTETS];
        for (String[] row : Rows.of("cip/pccc-functions")) {
            int command = Integer.decode(row[0]);
            int function = row[1].equals("*") ? 0 : Integer.decode(row[1]);
            String name = row[2].toUpperCase(Locale.ROOT);
            listed[command][function] = new Function(name, command << 8 | function, Verb.valueOf(row[3]));
        }
        Function[][] all = new Function[COMMANDS][OCTETS];
        for (int command = 0; command < COMMANDS; command++) {
            for (int function = 0; function < OCTETS; function++) {
                Function known = listed[command][function];
                int code = command << 8 | function;
                all[command][function] =
                        known != null ? known : new Function(String.format("FUNCTION_0X%04X", code), code, Verb.OTHER);
            }
        }
        return all;
    }
}
