// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import java.util.List;

/** How a service ended (IEC 61158-6-10, PNIOStatus): {@code code 1 | decode 1 | code1 1 | code2 1}; 0 is well. */
final class PnioStatus {

    private static final int ANY = -1;

    private static final int[] DECODES;
    private static final int[] FIRST;
    private static final int[] SECOND;
    private static final String[] NAMES;

    static {
        List<String[]> rows = Wordlist.rows("errors.tsv");
        DECODES = rows.stream().mapToInt(row -> Integer.decode(row[0])).toArray();
        FIRST = rows.stream().mapToInt(row -> Integer.decode(row[1])).toArray();
        SECOND = rows.stream()
                .mapToInt(row -> row[2].equals("*") ? ANY : Integer.decode(row[2]))
                .toArray();
        NAMES = rows.stream().map(row -> row[3]).toArray(String[]::new);
    }

    private PnioStatus() {}

    static String name(int status) {
        int decode = status >>> 16 & 0xff;
        int first = status >>> 8 & 0xff;
        int second = status & 0xff;
        for (int i = 0; i < NAMES.length; i++) {
            if (DECODES[i] == decode && FIRST[i] == first && (SECOND[i] == ANY || SECOND[i] == second)) {
                return NAMES[i];
            }
        }
        return "unknown_error";
    }
}
