// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import java.util.LinkedHashMap;
import java.util.Map;

/** The members of named variable lists, as far as they were heard of: read reports and lists carry values without names. */
final class DataSets {

    /** Lists remembered, and members of all of them. */
    private static final int MOST_LISTS = 64;

    private static final int MOST_MEMBERS = 2048;

    private final Map<String, String[]> lists = new LinkedHashMap<>();
    private int members;

    /** Remembers a list; where there is no room the oldest are forgotten. */
    void define(String list, String[] names, int count) {
        String[] known = lists.get(list);
        if (known != null && java.util.Arrays.equals(known, 0, known.length, names, 0, count)) {
            return;
        }
        forget(list);
        if (count > MOST_MEMBERS || list.isEmpty()) {
            return;
        }
        while (lists.size() >= MOST_LISTS || members + count > MOST_MEMBERS) {
            forget(lists.keySet().iterator().next());
        }
        lists.put(list, java.util.Arrays.copyOf(names, count));
        members += count;
    }

    void forget(String list) {
        String[] gone = lists.remove(list);
        members -= gone == null ? 0 : gone.length;
    }

    /** Name of a member; "" where it is not known. */
    String member(String list, int index) {
        String[] names = lists.get(list);
        return names == null || index >= names.length ? "" : names[index];
    }
}
