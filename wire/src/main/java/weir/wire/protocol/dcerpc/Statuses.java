// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.wire.Rows;

/** How calls end: faults of RPC itself, Win32 errors, NTSTATUS, HRESULT; which are refusals, and their names. */
final class Statuses {

    static final char FAULT = 'f';
    private static final char WIN32 = 'w';
    private static final char NT = 'n';
    private static final char COM = 'h';

    private static final int FACILITY_WIN32 = 0x8007_0000;
    private static final int INSUFFICIENT_BUFFER = 122;
    private static final int MORE_DATA = 234;
    private static final int NO_MORE_ITEMS = 259;

    private static final Map<Character, int[]> NUMBERS = new HashMap<>();
    private static final Map<Character, String[]> NAMES = new HashMap<>();

    static {
        for (char kind : new char[] {FAULT, WIN32, NT, COM}) {
            String[][] rows = Rows.of("dcerpc/statuses").stream()
                    .filter(row -> row[0].charAt(0) == kind)
                    .toArray(String[][]::new);
            int[] numbers = new int[rows.length];
            String[] names = new String[rows.length];
            for (int i = 0; i < rows.length; i++) {
                numbers[i] = (int) (long) Long.decode(rows[i][1]);
                names[i] = rows[i][2];
            }
            NUMBERS.put(kind, numbers);
            NAMES.put(kind, names);
        }
    }

    private Statuses() {}

    /** Whether an answer that ends so is a refusal; a full buffer or the end of a list is none. */
    static boolean isRefusal(char kind, int status) {
        return switch (kind) {
            case WIN32 ->
                status != 0 && status != MORE_DATA && status != NO_MORE_ITEMS && status != INSUFFICIENT_BUFFER;
            case NT -> status >>> 30 == 3;
            case COM -> status < 0;
            default -> false;
        };
    }

    static String name(char kind, int status) {
        String name = find(kind, status);
        if (name == null && kind != WIN32 && (status & 0xffff_0000) == FACILITY_WIN32) {
            name = find(WIN32, status & 0xffff);
        }
        return name != null ? name : "unknown_error";
    }

    private static @Nullable String find(char kind, int status) {
        int[] numbers = NUMBERS.get(kind);
        String[] names = NAMES.get(kind);
        for (int i = 0; numbers != null && names != null && i < numbers.length; i++) {
            if (numbers[i] == status) {
                return names[i];
            }
        }
        return null;
    }
}
