// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which small files of one site and day are to become one. */
final class Compaction {

    /** A file of so many octets is not merged any more. */
    private static final long LARGE = 64L << 20;
    /** So many small files of one day are left as they are. */
    private static final int FEW = 8;
    /** Files that are merged at once. */
    private static final int MANY = 64;

    private Compaction() {}

    /** Groups of files of one folder each. */
    static List<List<Registry.Entry>> of(List<Registry.Entry> entries) {
        Map<String, List<Registry.Entry>> small = new LinkedHashMap<>();
        for (Registry.Entry entry : entries) {
            if (entry.octets() < LARGE) {
                String folder = entry.path().substring(0, entry.path().lastIndexOf('/'));
                small.computeIfAbsent(folder, f -> new ArrayList<>()).add(entry);
            }
        }
        List<List<Registry.Entry>> groups = new ArrayList<>();
        for (List<Registry.Entry> folder : small.values()) {
            if (folder.size() >= FEW) {
                groups.add(some(folder));
            }
        }
        return groups;
    }

    private static List<Registry.Entry> some(List<Registry.Entry> folder) {
        List<Registry.Entry> some = new ArrayList<>();
        long octets = 0;
        for (Registry.Entry entry : folder) {
            if (some.size() < MANY && octets < 2 * LARGE) {
                some.add(entry);
                octets += entry.octets();
            }
        }
        return some;
    }
}
