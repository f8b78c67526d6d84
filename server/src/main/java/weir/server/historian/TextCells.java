// SPDX-License-Identifier: Apache-2.0
package weir.server.historian;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The cells of a text file, packed with gzip or not. Empty lines are passed over. */
final class TextCells implements TableCells {

    /** Lines by which the separator is found. */
    private static final int SAMPLE = 100;

    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private final BufferedReader in;
    private final Deque<Numbered> ahead = new ArrayDeque<>();
    private final Separator separator;
    private long line;

    /** A line and its number. */
    private record Numbered(long line, String text) {}

    TextCells(Path file, @Nullable Separator given) throws IOException {
        this.file = file;
        in = new BufferedReader(new InputStreamReader(unpacked(file), StandardCharsets.UTF_8));
        List<String> sample = new ArrayList<>();
        while (sample.size() < SAMPLE) {
            Numbered next = read();
            if (next == null) {
                break;
            }
            ahead.add(next);
            sample.add(next.text);
        }
        if (sample.isEmpty()) {
            in.close();
            throw new IOException(file + ": is empty; a table with a row for each time is needed");
        }
        separator = given == null ? Separator.of(sample) : given;
    }

    private static InputStream unpacked(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new GZIPInputStream(in) : in;
    }

    Separator separator() {
        return separator;
    }

    private @Nullable Numbered read() throws IOException {
        while (true) {
            String text = in.readLine();
            if (text == null) {
                return null;
            }
            line++;
            if (text.length() > LONGEST_LINE || text.indexOf('\0') >= 0) {
                throw new IOException(file + ": line " + line + ": is no text table");
            }
            if (line == 1 && text.startsWith("\ufeff")) {
                text = text.substring(1);
            }
            if (!text.isBlank()) {
                return new Numbered(line, text);
            }
        }
    }

    @Override
    public @Nullable Row next() throws IOException {
        Numbered next = ahead.isEmpty() ? read() : ahead.remove();
        return next == null ? null : new Row(next.line, separator.split(next.text));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
