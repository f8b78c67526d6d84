// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * For which sites something holds.
 *
 * @param all for every site, also those to come; the names are empty then
 * @param names at most {@value #MOST}
 */
public record Sites(boolean all, Set<String> names) {

    static final int MOST = 1_000;

    public static final Sites ALL = new Sites(true, Set.of());

    private static final String EVERY = "*";

    public Sites {
        names = all ? Set.of() : Set.copyOf(names);
        if (names.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " sites");
        }
    }

    public static Sites of(String... names) {
        return new Sites(false, Set.of(names));
    }

    public boolean cover(String site) {
        return all || names.contains(site);
    }

    /** The sites that both are for. */
    public Sites and(Sites other) {
        if (all) {
            return other;
        }
        Set<String> both = new TreeSet<>(names);
        both.removeIf(name -> !other.cover(name));
        return new Sites(false, both);
    }

    /** As a list of names, {@code *} alone for all. */
    public List<String> written() {
        return all ? List.of(EVERY) : List.copyOf(new TreeSet<>(names));
    }

    public static Sites read(List<String> written) {
        return written.equals(List.of(EVERY)) ? ALL : new Sites(false, Set.copyOf(written));
    }
}
