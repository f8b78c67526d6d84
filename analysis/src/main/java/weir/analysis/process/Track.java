// SPDX-License-Identifier: Apache-2.0
package weir.analysis.process;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Point;
import weir.model.PointValue;
import weir.model.Reading;
import weir.model.Sighting;

/** The life of one variable. */
final class Track {

    /** Writers that are told apart. */
    private static final int MOST_WRITERS = 16;

    private static final class Writer {
        final Address address;
        final long first;
        long count;
        long last;
        long lastPacket;
        String lastValue = "";

        Writer(Address address, long first) {
            this.address = address;
            this.first = first;
        }

        Point.Writer told() {
            return new Point.Writer(address, count, first, last, lastPacket, lastValue);
        }
    }

    private final PointValue shown;
    private final Values values = new Values();
    private final List<Writer> writers = new ArrayList<>();
    private @Nullable WordPair pair;
    private long reads;
    private long writes;
    private long reports;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long firstPacket;
    private long lastPacket;
    private int quality;

    Track(PointValue shown) {
        this.shown = shown;
    }

    void seen(Sighting at, PointValue.Origin origin) {
        if (reads + writes + reports == 0) {
            firstPacket = at.packet();
        }
        first = Math.min(first, at.time());
        last = Math.max(last, at.time());
        lastPacket = at.packet();
        Reading reading = at.reading();
        if (reading.kind() == Reading.Kind.NONE) {
            return;
        }
        quality = reading.quality();
        values.add(reading, origin == PointValue.Origin.WRITE);
        switch (origin) {
            case READ -> reads++;
            case REPORTED -> reports++;
            case WRITE -> {
                writes++;
                written(at);
            }
        }
    }

    private void written(Sighting at) {
        Writer writer = writer(at);
        if (writer != null) {
            writer.count++;
            writer.last = at.time();
            writer.lastPacket = at.packet();
            writer.lastValue = values.lastText();
        }
    }

    private @Nullable Writer writer(Sighting at) {
        for (Writer known : writers) {
            if (known.address.equals(at.client())) {
                return known;
            }
        }
        if (writers.size() >= MOST_WRITERS) {
            return null;
        }
        Writer writer = new Writer(at.client(), at.time());
        writers.add(writer);
        return writer;
    }

    /** Whether this is the register after the other, told by the same packet. */
    boolean follows(Track before) {
        return lastPacket == before.lastPacket
                && shown.type().equals("u16")
                && shown.point().first() == before.shown.point().first() + 1
                && shown.point().space().equals(before.shown.point().space())
                && shown.subject().equals(before.shown.subject());
    }

    /** The next register was told along with this one. */
    void withNext(Track next) {
        WordPair both = pair;
        if (both == null) {
            both = new WordPair();
            pair = both;
        }
        both.add((int) values.last(), (int) next.values.last());
    }

    Point point(Tags tags) {
        String id = Point.id(shown);
        Point.Wide wide = pair == null ? null : pair.verdict();
        return new Point(
                id,
                shown.protocol(),
                shown.subject(),
                shown.point(),
                shown.type(),
                values.kind(shown.type(), writes),
                reads,
                writes,
                reports,
                values.changes(),
                first,
                last,
                firstPacket,
                lastPacket,
                values.low(),
                values.high(),
                values.lastText(),
                quality,
                writers.stream().map(Writer::told).toList(),
                wide,
                tags.of(id));
    }
}
