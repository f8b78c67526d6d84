// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import java.util.Arrays;
import java.util.List;
import weir.wire.Numbered;
import weir.wire.Rows;
import weir.wire.Sink;

/** Status codes (OPC 10000-4, 7.39): severity in the two highest bits, the code in the 14 below, then flags. */
final class StatusCodes {

    private static final int[] CODES;
    private static final String[] LABELS;
    private static final Numbered OTHERS = Numbered.hex("status_");

    static {
        List<String[]> rows = Rows.of("opcua/status_codes");
        CODES = rows.stream().mapToInt(row -> Integer.parseInt(row[0], 16)).toArray();
        LABELS = rows.stream().map(row -> row[1]).toArray(String[]::new);
    }

    private StatusCodes() {}

    /** Severity bad; uncertain is an answer. */
    static boolean isBad(int status) {
        return status < 0;
    }

    static String label(int status) {
        int row = Arrays.binarySearch(CODES, status >>> 16);
        return row >= 0 ? LABELS[row] : OTHERS.of(status >>> 16);
    }

    /** Says of the operation being told that it was refused, where the status is bad; the flags are left out. */
    static Sink outcome(int status, Sink out) {
        return isBad(status) ? out.refused(status >>> 16, label(status)) : out;
    }
}
