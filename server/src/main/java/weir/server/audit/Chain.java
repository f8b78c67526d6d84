// SPDX-License-Identifier: Apache-2.0
package weir.server.audit;

import weir.server.json.FlatObject;
import weir.server.secret.Sha256;

/**
 * How lines of the audit hang together: each ends with the SHA-256 of the hash of the line before and of all that stands
 * in it before that hash.
 */
final class Chain {

    /** The hash before the first line. */
    static final String BEGINNING = "0".repeat(64);

    private static final String BEFORE_HASH = ",\"hash\":\"";
    private static final String AFTER_HASH = "\"}";
    private static final int TAIL = BEFORE_HASH.length() + 64 + AFTER_HASH.length();

    private Chain() {}

    static String line(FlatObject entry, String previous) {
        String text = entry.written();
        String open = text.substring(0, text.length() - 1);
        return open + BEFORE_HASH + Sha256.of(previous + open) + AFTER_HASH;
    }

    /** The hash that a line ends with; "" where it ends otherwise. */
    static String hash(String line) {
        int open = line.length() - TAIL;
        return open < 0 || !line.startsWith(BEFORE_HASH, open) || !line.endsWith(AFTER_HASH)
                ? ""
                : line.substring(open + BEFORE_HASH.length(), line.length() - AFTER_HASH.length());
    }

    static boolean follows(String line, String previous) {
        String hash = hash(line);
        return !hash.isEmpty() && hash.equals(Sha256.of(previous + line.substring(0, line.length() - TAIL)));
    }
}
