// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import weir.wire.Numbered;
import weir.wire.Rows;

/** Error numbers: error class and code of an acknowledgement, or the error of a user data message; one namespace. */
final class Errors {

    private static final int[] CODES;
    private static final String[] LABELS;
    private static final Numbered OTHERS = Numbered.hex("error_");

    static {
        List<String[]> rows = Rows.of("s7/errors").stream()
                .sorted(Comparator.comparingInt(row -> Integer.parseInt(row[0], 16)))
                .toList();
        CODES = rows.stream().mapToInt(row -> Integer.parseInt(row[0], 16)).toArray();
        LABELS = rows.stream().map(row -> row[1]).toArray(String[]::new);
    }

    private Errors() {}

    static String label(int code) {
        int row = Arrays.binarySearch(CODES, code);
        return row >= 0 ? LABELS[row] : ofClass(code);
    }

    private static String ofClass(int code) {
        return switch (code >> 8) {
            case 0x81 -> "application_relationship";
            case 0x82 -> "object_definition";
            case 0x83 -> "no_resources";
            case 0x84 -> "service_processing";
            case 0x85 -> "protocol_error";
            case 0x87 -> "access_error";
            default -> OTHERS.of(code);
        };
    }
}
