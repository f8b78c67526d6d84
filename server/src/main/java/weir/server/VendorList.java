// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import weir.analysis.inventory.Vendors;

/** The vendors that Weir knows, and all others where Debian's ieee-data is installed. */
final class VendorList {

    private static final Path IEEE = Path.of("/usr/share/ieee-data/oui.txt");
    private static final String MARK = "(base 16)";

    private VendorList() {}

    static Vendors load() {
        Map<Integer, String> names = new HashMap<>();
        if (Files.isReadable(IEEE)) {
            try (BufferedReader lines = Files.newBufferedReader(IEEE, StandardCharsets.UTF_8)) {
                lines.lines().forEach(line -> read(line, names));
            } catch (IOException | java.io.UncheckedIOException unreadable) {
                names.clear();
            }
        }
        return Vendors.known().or(names);
    }

    /** {@code 00000C     (base 16)		Cisco Systems, Inc} */
    private static void read(String line, Map<Integer, String> names) {
        int mark = line.indexOf(MARK);
        if (mark >= 6) {
            try {
                names.put(
                        Integer.parseInt(line, 0, 6, 16),
                        line.substring(mark + MARK.length()).strip());
            } catch (NumberFormatException other) {
                names.remove(-1);
            }
        }
    }
}
