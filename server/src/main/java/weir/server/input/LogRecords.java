// SPDX-License-Identifier: Apache-2.0
package weir.server.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import weir.model.Address;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.Sighting;
import weir.model.Transport;
import weir.server.feed.FeedFile;
import weir.server.feed.LogCount;
import weir.server.feed.LogOptions;

/** What logs tell, kept to be told at its time among what is seen on the wire. */
public final class LogRecords {

    /** Records kept of all logs; further ones are counted. */
    private static final int MOST = 2_000_000;

    /** One of them: the fields of its sighting that a log can fill. */
    private record Told(
            String sensor,
            long time,
            long number,
            Transport transport,
            Address source,
            int sourcePort,
            Address destination,
            int destinationPort,
            long detail,
            Observation what) {}

    private final List<Told> records = new ArrayList<>();
    private final LogCount count = new LogCount();
    private final Sighting at = new Sighting();
    private long turnedAway;
    private int next;

    /** Reads these logs; times without a year are of the year in which the file was last changed. */
    public static LogRecords read(List<Path> files, ZoneId zone) throws IOException {
        LogRecords all = new LogRecords();
        for (Path file : files) {
            int year = Files.getLastModifiedTime(file).toInstant().atZone(zone).getYear();
            FeedFile.read(file, new LogOptions(year, zone), all::keep, all.count);
        }
        all.records.sort(Comparator.comparingLong(Told::time));
        return all;
    }

    private void keep(Sighting s, Observation what) {
        if (records.size() >= MOST) {
            turnedAway++;
            return;
        }
        records.add(new Told(
                s.sensor(),
                s.time(),
                s.packet(),
                s.transport(),
                s.source(),
                s.sourcePort(),
                s.destination(),
                s.destinationPort(),
                s.detail(),
                what));
    }

    /** Tells the records at their time, among what comes by the wire. */
    public Observer among(Observer wire, Observer logs) {
        return (sighting, what) -> {
            until(sighting.time(), logs);
            wire.observe(sighting, what);
        };
    }

    /** Tells those that are left. */
    public void rest(Observer logs) {
        until(Long.MAX_VALUE, logs);
    }

    private void until(long time, Observer logs) {
        while (next < records.size() && records.get(next).time <= time) {
            Told told = records.get(next++);
            at.sensor(told.sensor)
                    .packet(told.number, told.time)
                    .between(told.transport, told.source, told.sourcePort, told.destination, told.destinationPort)
                    .conversation(0, true)
                    .detail(told.detail);
            logs.observe(at, told.what);
        }
    }

    /** A sentence of what could not be used; "" where all could. */
    public String unused() {
        long strange =
                count.strange().values().stream().mapToLong(Long::longValue).sum();
        return turnedAway + strange == 0
                ? ""
                : (strange + turnedAway) + " of " + count.lines() + " lines of logs were not used: " + count.strange()
                        + (turnedAway == 0 ? "" : ", too many " + turnedAway) + "; weir logs shows them";
    }
}
