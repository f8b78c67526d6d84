// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.server.feed.record.Ecs;
import weir.server.feed.record.Recorded;
import weir.server.feed.record.WindowsXml;
import weir.server.feed.record.Zeek;
import weir.wire.Likeness;

/** All formats that are known; each line goes to that whose it is. One is made per source, as its feeds remember. */
final class Feeds {

    private final List<Feed> all;
    private @Nullable Feed last;

    Feeds(LogOptions options) {
        List<Feed> records = List.of(
                new SuricataFeed(options),
                new WazuhFeed(options),
                new Recorded(new Zeek()),
                new Recorded(new Ecs()),
                new Recorded(new WindowsXml()));
        all = new ArrayList<>(records);
        all.add(new AitFeed());
        all.add(new SyslogFeed(options, records));
    }

    /** Tells what a line says, or counts it. */
    void read(String line, LogEntry to) {
        if (last == null || last.likeness(line) != Likeness.SURE) {
            last = best(line);
        }
        if (last == null) {
            to.strange("no known format");
        } else {
            last.read(line, to);
        }
    }

    /** The source is at its end. */
    void end(LogEntry to) {
        for (Feed feed : all) {
            feed.end(to);
        }
    }

    private @Nullable Feed best(String line) {
        Feed maybe = null;
        for (Feed feed : all) {
            Likeness likeness = feed.likeness(line);
            if (likeness == Likeness.SURE) {
                return feed;
            }
            maybe = likeness == Likeness.MAYBE && maybe == null ? feed : maybe;
        }
        return maybe;
    }
}
