// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.model.Observation;

/** How much of the logs became what, and what of them was not understood. */
public final class LogCount {

    /** Names that are counted apart; whatever has another one then is {@link #OTHERS}. */
    private static final int MOST_NAMES = 1000;

    private static final int LONGEST_NAME = 80;
    private static final String OTHERS = "others";

    private final SortedMap<String, Long> told = new TreeMap<>();
    private final SortedMap<String, Long> strange = new TreeMap<>();
    private long lines;

    void line() {
        lines++;
    }

    void told(Observation what) {
        told.merge(what.getClass().getSimpleName().toLowerCase(Locale.ROOT), 1L, Long::sum);
    }

    void strange(String name) {
        String kept = Texts.kept(name, LONGEST_NAME);
        strange.merge(strange.size() < MOST_NAMES || strange.containsKey(kept) ? kept : OTHERS, 1L, Long::sum);
    }

    /** Lines, or records of a file that has no lines. */
    public long lines() {
        return lines;
    }

    /** Observations by their kind. */
    public SortedMap<String, Long> told() {
        return told;
    }

    /** Lines that became nothing, by why: the format, and what of it. */
    public SortedMap<String, Long> strange() {
        return strange;
    }
}
