// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import weir.wire.Rows;

/** What the status numbers of answers mean: CIP volume 1, appendix B; extended ones of the connection manager, 3-5.6. */
final class Statuses {

    static final int SUCCESS = 0;
    static final int PARTIAL_TRANSFER = 6;
    static final int EMBEDDED_SERVICE_ERROR = 0x1e;
    private static final int CONNECTION_FAILURE = 1;
    private static final int GENERAL_ERROR = 0xff;

    private static final String[] GENERAL = texts("cip/statuses", "general", 0x100);
    private static final String[] EXTENDED = texts("cip/statuses", "extended", 0x2200);

    private Statuses() {}

    /** Whether an answer with this status did what was asked, or as much of it as fits. */
    static boolean isDone(int general) {
        return general == SUCCESS || general == PARTIAL_TRANSFER;
    }

    /** @param extended first word of the additional status, or -1 */
    static String label(int general, int extended) {
        boolean explained = general == CONNECTION_FAILURE || general == GENERAL_ERROR;
        if (explained && extended >= 0 && extended < EXTENDED.length && !EXTENDED[extended].isEmpty()) {
            return EXTENDED[extended];
        }
        return GENERAL[general & 0xff];
    }

    /** The rows of one kind, indexed by their code. */
    static String[] texts(String table, String kind, int size) {
        String[] texts = new String[size];
        java.util.Arrays.fill(texts, "");
        for (String[] row : Rows.of(table)) {
            if (row[0].equals(kind)) {
                texts[Integer.decode(row[1])] = row[2];
            }
        }
        return texts;
    }
}
