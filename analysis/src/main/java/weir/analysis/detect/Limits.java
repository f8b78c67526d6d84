// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.EnumMap;
import java.util.Map;

/** The numbers from which on things are told: those that an operator set, and the usual ones. */
public final class Limits {

    public static final Limits USUAL = new Limits(Map.of());

    private final Map<Limit, Integer> set = new EnumMap<>(Limit.class);

    /** @param set those that are not as usual */
    public Limits(Map<Limit, Integer> set) {
        this.set.putAll(set);
    }

    public int of(Limit limit) {
        return set.getOrDefault(limit, limit.usual());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Limits limits && set.equals(limits.set);
    }

    @Override
    public int hashCode() {
        return set.hashCode();
    }

    /** Those that are not as usual. */
    @Override
    public String toString() {
        return set.toString();
    }
}
