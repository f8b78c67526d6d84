// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Where rows of one kind, site and day are: {@code flows/site=north/day=2026-03-01}. */
record Partition(Kind kind, String site, LocalDate day) {

    /** The folder, under that of the history; also for a site named {@code ../..}. */
    String folder() {
        return kind.table() + "/site=" + encoded(site) + "/day=" + day;
    }

    private static String encoded(String site) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : site.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-') {
                encoded.append(c);
            } else {
                encoded.append(String.format("%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }

    /** The day that a path of a file names. */
    static LocalDate day(String path) {
        int at = path.indexOf("/day=") + 5;
        return LocalDate.parse(path.substring(at, path.indexOf('/', at)));
    }
}
