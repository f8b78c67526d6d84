// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import weir.model.Observer;

/** Those who send lines: each has feeds of its own, for these remember earlier lines. Used by one thread. */
public final class LogSources {

    /** Who has sent nothing for longest is forgotten first. */
    private static final int MOST = 1024;

    private final LogOptions options;
    private final LogEntry entry;
    private final Map<String, Feeds> sources = new LinkedHashMap<>(MOST, 0.75f, true);
    private long number;

    public LogSources(LogOptions options, Observer to, LogCount count) {
        this.options = options;
        this.entry = new LogEntry("", to, count);
    }

    /**
     * Tells what a line says, or counts it.
     *
     * @param time at which it came, nanoseconds since the epoch: that of a line that has none
     * @param whole nothing of it comes with another line
     */
    public void read(String source, String line, long time, boolean whole) {
        if (line.isBlank()) {
            return;
        }
        entry.begin(++number);
        entry.sensor(source).time(time);
        Feeds feeds = sources.get(source);
        if (feeds == null) {
            forgetOldest();
            feeds = new Feeds(options);
            sources.put(source, feeds);
        }
        feeds.read(line, entry);
        if (whole) {
            feeds.end(entry);
        }
    }

    private void forgetOldest() {
        if (sources.size() >= MOST) {
            Iterator<Feeds> oldest = sources.values().iterator();
            oldest.next().end(entry);
            oldest.remove();
        }
    }

    /** No line comes any more. */
    public void end() {
        for (Feeds feeds : sources.values()) {
            feeds.end(entry);
        }
        sources.clear();
    }
}
