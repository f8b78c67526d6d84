// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.util.Map;
import java.util.TreeMap;

/** What was taken of files that others wrote, and what was refused and why: nothing is passed over in silence. */
public final class Intake {

    /** Different reasons, or kinds, that are told apart; further ones are counted as {@link #OTHER}. */
    private static final int MOST_NAMES = 200;

    private static final String OTHER = "for other reasons";

    private final Map<String, Long> taken = new TreeMap<>();
    private final Map<String, Long> refused = new TreeMap<>();

    /** @param what in the plural, as it is printed after its count: {@code domains} */
    public void take(String what) {
        count(taken, what);
    }

    /** @param why as it is printed after its count: {@code rules with the keyword byte_test} */
    public void refuse(String why) {
        count(refused, why);
    }

    private static void count(Map<String, Long> counts, String name) {
        counts.merge(counts.containsKey(name) || counts.size() < MOST_NAMES ? name : OTHER, 1L, Long::sum);
    }

    public Map<String, Long> taken() {
        return taken;
    }

    public Map<String, Long> refused() {
        return refused;
    }

    public long takenCount() {
        return sum(taken);
    }

    public long refusedCount() {
        return sum(refused);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
