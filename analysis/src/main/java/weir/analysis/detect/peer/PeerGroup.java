// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.peer;

import java.util.List;
import weir.analysis.detect.Settling;

/** Devices that are alike: whether enough was seen of them to compare them. */
final class PeerGroup {

    private Settling settling = new Settling();
    private int lastSeen;
    private long lastTime = Long.MAX_VALUE;

    /** Takes in how they are now; true when nothing new was seen of any of them for long enough. */
    boolean settles(List<Profile> members, long time) {
        int seen = 1;
        for (Profile member : members) {
            seen = seen * 31 + member.device().hashCode();
            for (Aspect aspect : Aspect.values()) {
                if (aspect.isSteady()) {
                    seen = seen * 31
                            + (member.tells(aspect) ? 1 + member.traits(aspect).hashCode() : 0);
                }
            }
        }
        if (time < lastTime) { // nothing was seen yet, or what was is of a later time
            settling = new Settling();
            settling.fresh(time);
        }
        lastTime = time;
        if (seen != lastSeen) {
            lastSeen = seen;
            settling.fresh(time);
        }
        return settling.isSettled(time);
    }
}
