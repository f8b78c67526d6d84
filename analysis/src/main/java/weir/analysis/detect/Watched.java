// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is watched at once, by key: at most so many, the longest untouched is forgotten first. */
public final class Watched<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;

    private final int most;

    /** @param most how many are watched at once, from 1 on */
    public Watched(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
