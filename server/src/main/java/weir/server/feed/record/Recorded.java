// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import weir.server.feed.Feed;
import weir.server.feed.LogEntry;
import weir.wire.Likeness;

/** A feed of records among the feeds of lines. */
public final class Recorded implements Feed {

    private final RecordFeed records;

    public Recorded(RecordFeed records) {
        this.records = records;
    }

    @Override
    public String name() {
        return records.name();
    }

    @Override
    public Likeness likeness(String line) {
        return records.knows(line) ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public void read(String line, LogEntry entry) {
        records.read(line, telling(entry));
    }

    @Override
    public void end(LogEntry entry) {
        records.end(telling(entry));
    }

    private Telling telling(LogEntry entry) {
        return new Telling(entry::relay, name -> entry.notUnderstood(records.name() + " " + name)).line(entry.line());
    }
}
