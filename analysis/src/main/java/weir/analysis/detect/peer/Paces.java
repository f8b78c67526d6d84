// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.peer;

import java.util.List;
import weir.analysis.detect.Wording;

/** How often like devices are polled, as an order of magnitude beside the one in the middle. */
final class Paces {

    /** Up to so many times slower or faster is about the same. */
    private static final double SAME = 3;

    /** From so many times on it is another pace; what is between is neither. */
    private static final double OTHER = 10;

    private Paces() {}

    /** Gives each its pace; the one in the middle is the usual one. */
    static void compare(List<Profile> group) {
        double[] gaps = group.stream()
                .filter(Profile::isPolled)
                .mapToDouble(Profile::gap)
                .sorted()
                .toArray();
        if (gaps.length == 0) {
            return;
        }
        double middle = gaps[gaps.length / 2];
        for (Profile profile : group) {
            if (profile.isPolled()) {
                double ratio = Math.max(profile.gap() / middle, middle / profile.gap());
                if (ratio <= SAME) {
                    profile.add(Aspect.PACE, "about " + Wording.duration(middle), true);
                } else if (ratio >= OTHER) {
                    profile.add(Aspect.PACE, Wording.duration(profile.gap()), true);
                }
            }
        }
    }
}
