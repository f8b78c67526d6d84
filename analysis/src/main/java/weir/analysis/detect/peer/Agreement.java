// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.peer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What like devices have in common in one aspect, and which of them have more or something else.
 *
 * @param usual what the peers have
 * @param peers those that agree
 * @param odd those that have something that the peers have not; lacking something proves nothing, for nobody may have asked
 */
record Agreement(Aspect aspect, Set<String> usual, List<Profile> peers, List<Profile> odd) {

    /** Fewer prove nothing by being alike. */
    static final int LEAST = 3;

    /** Of so many one may differ, as long as it is but one or of the others more than this share agrees. */
    private static final int ONE_OF = 10;

    /** Null where too few agree, or too many differ. */
    static @Nullable Agreement of(Aspect aspect, List<Profile> group) {
        Map<Set<String>, Integer> votes = new HashMap<>();
        int voters = 0;
        Set<String> usual = Set.of();
        int most = 0;
        for (Profile profile : group) {
            if (profile.tells(aspect)) {
                voters++;
                Set<String> traits = profile.traits(aspect);
                int same = votes.merge(traits, 1, Integer::sum);
                if (same > most) {
                    most = same;
                    usual = traits;
                }
            }
        }
        if (most < LEAST || voters - most > Math.max(1, voters / ONE_OF)) {
            return null;
        }
        return of(aspect, group, new TreeSet<>(usual));
    }

    private static Agreement of(Aspect aspect, List<Profile> group, Set<String> usual) {
        List<Profile> peers = new ArrayList<>();
        List<Profile> odd = new ArrayList<>();
        for (Profile profile : group) {
            if (profile.tells(aspect)) {
                if (profile.traits(aspect).equals(usual)) {
                    peers.add(profile);
                } else if (!usual.containsAll(profile.traits(aspect))) {
                    odd.add(profile);
                }
            }
        }
        return new Agreement(aspect, usual, peers, odd);
    }

    /** What one that differs has and its peers have not. */
    List<String> beyond(Profile profile) {
        return profile.traits(aspect).stream().filter(t -> !usual.contains(t)).toList();
    }
}
