// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import weir.model.Observer;
import weir.server.feed.evtx.EvtxFile;
import weir.wire.Likeness;

/** A log in a file, packed with gzip or not: lines of whatever format, or records of Windows. */
public final class FeedFile {

    private final LogEntry entry;
    private final LogCount count;
    private final List<Feed> feeds;
    private @Nullable Feed last;

    private FeedFile(String sensor, LogOptions options, Observer to, LogCount count) {
        this.entry = new LogEntry(sensor, to, count);
        this.count = count;
        this.feeds = List.of(new AitFeed(), new SuricataFeed(options), new WazuhFeed(options), new SyslogFeed(options));
    }

    /** Reads all of it; damage ends it with an exception, and what stood before was told. */
    public static void read(Path file, LogOptions options, Observer to, LogCount count) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            new FeedFile(file.getFileName().toString(), options, to, count).all(unpacked(in));
        }
    }

    private void all(InputStream in) throws IOException {
        if (EvtxFile.begins(first(in, EvtxFile.MAGIC_SIZE))) {
            EvtxFile.read(in, new EvtxLog(entry));
        } else {
            lines(in);
        }
    }

    private void lines(InputStream in) throws IOException {
        BoundedLines lines = new BoundedLines(new InputStreamReader(in, charset(in)));
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                continue;
            }
            entry.begin(lines.number());
            if (line == BoundedLines.TOO_LONG) { // this very text, see there
                count.strange("line too long");
                continue;
            }
            line(line.charAt(0) == '\uFEFF' ? line.substring(1) : line);
        }
        for (Feed feed : feeds) {
            feed.end(entry);
        }
    }

    private void line(String line) {
        if (last == null || last.likeness(line) != Likeness.SURE) {
            last = best(line);
        }
        if (last == null) {
            count.strange("no known format");
        } else {
            last.read(line, entry);
        }
    }

    private @Nullable Feed best(String line) {
        Feed maybe = null;
        for (Feed feed : feeds) {
            Likeness likeness = feed.likeness(line);
            if (likeness == Likeness.SURE) {
                return feed;
            }
            maybe = likeness == Likeness.MAYBE && maybe == null ? feed : maybe;
        }
        return maybe;
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        return starts(in, 0x1f, 0x8b) ? new BufferedInputStream(new GZIPInputStream(in)) : in;
    }

    /** Windows exports as UTF-16 and says so with its first two octets. */
    private static Charset charset(InputStream in) throws IOException {
        return starts(in, 0xff, 0xfe) || starts(in, 0xfe, 0xff) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static boolean starts(InputStream in, int first, int second) throws IOException {
        return Arrays.equals(first(in, 2), new byte[] {(byte) first, (byte) second});
    }

    /** So many octets of what is read next, or as many as there are. */
    private static byte[] first(InputStream in, int count) throws IOException {
        in.mark(count);
        byte[] octets = in.readNBytes(count);
        in.reset();
        return octets;
    }
}
