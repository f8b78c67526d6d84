// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The real captures that tests read, and what tshark counts in them. They are no part of the checkout: a test that
 * needs them says {@link NeedsCorpus}.
 */
public final class Corpus {

    /**
     * A capture.
     *
     * @param path of the file below {@link #folder}
     * @param linkType as capinfos names it
     * @param seconds from its earliest frame to its latest
     * @param protocols frames by protocol as the manifest writes it: {@code modbus:12;dns:3}, first what it is there
     *     for, after {@code |} what else is in it
     */
    public record Capture(String path, long packets, String linkType, double seconds, String protocols) {

        public Path file() {
            return folder().resolve(path);
        }
    }

    /** One fact: {@code count} messages or frames of {@code protocol} in the capture have {@code key}. */
    public record Truth(String capture, String protocol, String key, String count) {

        public long number() {
            return Long.parseLong(count);
        }
    }

    private Corpus() {}

    /** Where the corpus is: {@code WEIR_CORPUS}, else beside the checkout; empty where it is absent. */
    public static Optional<Path> root() {
        String named = System.getenv("WEIR_CORPUS");
        if (named != null) {
            Path folder = Path.of(named);
            if (!Files.exists(folder.resolve("MANIFEST.tsv"))) {
                throw new IllegalStateException("WEIR_CORPUS is " + named + ", where there is no MANIFEST.tsv");
            }
            return Optional.of(folder);
        }
        return Optional.ofNullable(System.getProperty("weir.shared"))
                .map(shared -> Path.of(shared, "corpus").toAbsolutePath().normalize())
                .filter(folder -> Files.exists(folder.resolve("MANIFEST.tsv")));
    }

    /** Where the corpus is, for a test that needs it. */
    public static Path folder() {
        return root().orElseThrow(() -> new IllegalStateException(NeedsCorpus.ABSENT));
    }

    public static List<Capture> captures() {
        return rows("MANIFEST.tsv").stream()
                .map(row -> new Capture(
                        cell(row, "file"),
                        Long.parseLong(cell(row, "packets")),
                        cell(row, "linktype"),
                        Double.parseDouble(cell(row, "duration_s")),
                        cell(row, "protocols_frames")))
                .toList();
    }

    public static List<Truth> truth() {
        return rows("truth.tsv").stream()
                .map(row ->
                        new Truth(cell(row, "capture"), cell(row, "protocol"), cell(row, "key"), cell(row, "count")))
                .toList();
    }

    /** The facts of one capture. */
    public static List<Truth> truth(String capture) {
        return truth().stream().filter(row -> row.capture().equals(capture)).toList();
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalStateException("no column " + column + " in " + row);
        }
        return cell;
    }

    private static List<Map<String, String>> rows(String table) {
        List<String> lines;
        try {
            lines = Files.readAllLines(folder().resolve(table));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        String[] columns = lines.getFirst().split("\t", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < columns.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
