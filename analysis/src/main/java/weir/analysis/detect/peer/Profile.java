// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.peer;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.model.Address;

/** How one device talks and is talked to, as far as it is compared. */
final class Profile {

    /** Different things kept of one aspect. */
    private static final int MOST = 64;

    private final Address device;
    /** Of each aspect what there is, and whether that belongs to what is normal. */
    private final Map<Aspect, SortedMap<String, Boolean>> traits = new EnumMap<>(Aspect.class);

    private final Set<Address> readers = new HashSet<>(); // at most MOST
    private double gap = Double.MAX_VALUE;

    Profile(Address device) {
        this.device = device;
    }

    /** The same as one of those that are alike, with what it says of its firmware in the words of that likeness. */
    Profile among(Likeness like, Statements statements) {
        Profile same = new Profile(device);
        same.traits.putAll(traits);
        same.gap = gap;
        String firmware = statements.firmware(device, like.message());
        if (firmware != null) {
            same.add(Aspect.FIRMWARE, firmware, true);
        }
        return same;
    }

    Address device() {
        return device;
    }

    /** From here on it has an opinion on this: that it does nothing of the kind counts. */
    void watched(Aspect aspect) {
        traits.computeIfAbsent(aspect, a -> new TreeMap<>());
    }

    void add(Aspect aspect, String trait, boolean known) {
        SortedMap<String, Boolean> some = traits.computeIfAbsent(aspect, a -> new TreeMap<>());
        if (some.containsKey(trait) || some.size() < MOST) {
            some.merge(trait, known, Boolean::logicalOr);
        }
    }

    void readBy(Address client) {
        if (readers.size() < MOST) {
            readers.add(client);
        }
    }

    boolean isReadBy(Address client) {
        return readers.contains(client);
    }

    /** Is polled so often, nanoseconds. */
    void polledEvery(double nanoseconds) {
        gap = Math.min(gap, nanoseconds);
    }

    boolean isPolled() {
        return gap < Double.MAX_VALUE;
    }

    /** Of all its polls the quickest one's gap, nanoseconds. */
    double gap() {
        return gap;
    }

    /** Enough was seen of it to compare it in this. */
    boolean tells(Aspect aspect) {
        return traits.containsKey(aspect);
    }

    Set<String> traits(Aspect aspect) {
        return traits.getOrDefault(aspect, new TreeMap<>()).keySet();
    }

    /** Belongs to what is normal. */
    boolean isKnown(Aspect aspect, String trait) {
        return traits.getOrDefault(aspect, new TreeMap<>()).getOrDefault(trait, false);
    }
}
