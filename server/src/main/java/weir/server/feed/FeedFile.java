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
import java.util.zip.GZIPInputStream;
import weir.model.Observer;
import weir.server.feed.evtx.EvtxFile;

/** A log in a file, packed with gzip or not: lines of whatever format, or records of Windows. */
public final class FeedFile {

    private final LogEntry entry;
    private final Feeds feeds;

    private FeedFile(String sensor, LogOptions options, Observer to, LogCount count) {
        this.entry = new LogEntry(sensor, to, count);
        this.feeds = new Feeds(options);
    }

    /** Reads all of it; damage ends it with an exception, and what stood before was told. */
    public static void read(Path file, LogOptions options, Observer to, LogCount count) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Unpacked unpacked = new Unpacked(unpacked(in));
            new FeedFile(file.getFileName().toString(), options, to, count).all(unpacked);
            unpacked.undamaged();
        }
    }

    private void all(Unpacked unpacked) throws IOException {
        InputStream in = new BufferedInputStream(unpacked);
        if (EvtxFile.begins(first(in, EvtxFile.MAGIC_SIZE))) {
            EvtxFile.read(in, new EvtxLog(entry));
        } else {
            lines(in, unpacked);
        }
    }

    private void lines(InputStream in, Unpacked unpacked) throws IOException {
        BoundedLines lines = new BoundedLines(new InputStreamReader(in, charset(in)));
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                entry.begin(lines.number());
                line(line, unpacked.isDamaged() && lines.isAtEnd());
            }
        }
        feeds.end(entry);
    }

    /** @param cut the rest of it is lost */
    @SuppressWarnings("ReferenceEquality")
    private void line(String line, boolean cut) {
        if (line == BoundedLines.TOO_LONG) { // this very text, see there
            entry.strange("line too long");
        } else if (cut) {
            entry.strange("line cut by damage");
        } else {
            feeds.read(line.charAt(0) == '\uFEFF' ? line.substring(1) : line, entry);
        }
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        return starts(in, 0x1f, 0x8b) ? new GZIPInputStream(in) : in;
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
