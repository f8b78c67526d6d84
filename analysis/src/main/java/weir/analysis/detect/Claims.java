// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Finding;
import weir.model.Sighting;
import weir.model.Subject;

/** All claims that were made. The same claim after a long silence is a new one. */
final class Claims {

    /** Claims kept; further ones are counted on one for each detection, which never ends. */
    private static final int MOST = 20_000;

    /** Silence after which the same is told anew, nanoseconds. */
    private static final long SILENCE = 30 * 60 * 1_000_000_000L;

    private final Map<Claim.Key, Claim> open = new LinkedHashMap<>();
    private final List<Claim> ended = new ArrayList<>();

    Claim claim(Detection detection, Sighting at, Address source, Subject target, String about) {
        Claim.Key key = new Claim.Key(detection, source, target, about);
        Claim claim = current(key, at.time());
        if (claim == null && open.size() + ended.size() >= MOST) {
            key = new Claim.Key(detection, Address.NONE, new Subject(Address.NONE, ""), "(more)");
            claim = open.get(key);
        }
        if (claim == null) {
            claim = new Claim(key, at);
            open.put(key, claim);
        }
        claim.again(at);
        return claim;
    }

    /** A claim that stands, or null; it does not count again. */
    @Nullable
    Claim find(Detection detection, long time, Address source, Subject target, String about) {
        return current(new Claim.Key(detection, source, target, about), time);
    }

    private @Nullable Claim current(Claim.Key key, long time) {
        Claim claim = open.get(key);
        if (claim == null || time - claim.end() <= SILENCE) {
            return claim;
        }
        open.remove(key);
        ended.add(claim);
        return null;
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>();
        ended.forEach(c -> all.add(c.finding()));
        open.values().forEach(c -> all.add(c.finding()));
        all.sort(Finding.BY_TIME);
        return all;
    }
}
