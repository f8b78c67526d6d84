// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weir.model.Observation;
import weir.model.Sighting;

/** What a feed told of some lines, as text. */
final class Heard {

    final List<Observation> observations = new ArrayList<>();
    final List<String> ends = new ArrayList<>();
    final Map<String, Long> dropped = new TreeMap<>();
    final Telling telling = new Telling(this::observe, name -> dropped.merge(name, 1L, Long::sum));

    static Heard of(RecordFeed feed, String... lines) {
        Heard heard = new Heard();
        for (String line : lines) {
            feed.read(line, heard.telling);
        }
        return heard;
    }

    private void observe(Sighting at, Observation what) {
        observations.add(what);
        ends.add("%s:%d > %s:%d %s %s %d %d"
                .formatted(
                        at.source(),
                        at.sourcePort(),
                        at.destination(),
                        at.destinationPort(),
                        at.transport(),
                        at.fromClient() ? "asks" : "answers",
                        at.time(),
                        at.detail()));
    }
}
