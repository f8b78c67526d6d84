// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import weir.model.Observation;
import weir.model.Sighting;

/** One line on its way to those who want to know: when and between whom first, then what it says. */
record Told(Ends ends, Telling out) {

    boolean tell(Observation what) {
        return tell(what, 0);
    }

    /** @param detail the number that goes with it */
    boolean tell(Observation what, long detail) {
        Sighting at = out.at(ends.time());
        ends.into(at);
        at.detail(detail);
        out.tell(what);
        return true;
    }

    /** Counts a line that says nothing that can be said. */
    static boolean dropped(Telling out, String name) {
        out.dropped(name);
        return false;
    }
}
