// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import java.util.function.Consumer;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.Sighting;

/** Where a feed of records tells what it read. */
public final class Telling {

    private final Observer to;
    private final Consumer<String> strange;
    private final Sighting at = new Sighting();
    private long line;

    /** @param strange who is told the name of what was not understood */
    Telling(Observer to, Consumer<String> strange) {
        this.to = to;
        this.strange = strange;
    }

    Telling line(long number) {
        line = number;
        return this;
    }

    /** The sighting of what is told next. */
    public Sighting at(long time) {
        return at.packet(line, time);
    }

    public void tell(Observation what) {
        to.observe(at, what);
    }

    /** Something of the line was not understood. */
    public void dropped(String name) {
        strange.accept(name);
    }
}
