// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.analysis.inventory.Vendors;

/**
 * The vendors that Weir knows, and all others where Debian's ieee-data is installed. That list is long and few of its
 * rows are asked for, so it is searched as it stands on the disk and never made into a table.
 */
final class VendorList {

    private static final Path IEEE = Path.of("/usr/share/ieee-data/oui.txt");
    private static final String MARK = "(base 16)";

    private final Map<Integer, String> asked = new HashMap<>();
    private @Nullable String list;

    private VendorList() {}

    static Vendors load() {
        return Vendors.known().or(new VendorList()::of);
    }

    private String of(int prefix) {
        return asked.computeIfAbsent(prefix, p -> find(String.format("\n%06X", p)));
    }

    /** {@code 00000C     (base 16)		Cisco Systems, Inc} */
    private String find(String rowStart) {
        String text = text();
        for (int row = text.indexOf(rowStart); row >= 0; row = text.indexOf(rowStart, row + 1)) {
            int end = text.indexOf('\n', row + 1);
            String line = text.substring(row, end < 0 ? text.length() : end);
            int mark = line.indexOf(MARK);
            if (mark >= 0) {
                return line.substring(mark + MARK.length()).strip();
            }
        }
        return "";
    }

    private String text() {
        String known = list;
        if (known == null) {
            known = read();
            list = known;
        }
        return known;
    }

    /** As single bytes: the rows are found by ASCII, and a name that is not is shown as it can be. */
    private static String read() {
        try {
            return Files.isReadable(IEEE) ? new String(Files.readAllBytes(IEEE), StandardCharsets.ISO_8859_1) : "";
        } catch (IOException unreadable) {
            return "";
        }
    }
}
