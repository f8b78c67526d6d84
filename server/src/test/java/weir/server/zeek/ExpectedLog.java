// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import weir.wire.Corpus;

/**
 * A log that Zeek wrote of a capture, as its repository keeps it: some without a head and without the first columns, with
 * other names of connections, and with its times crossed out.
 *
 * @param path below the corpus
 * @param log its name
 * @param columns those that it has
 * @param rows its cells
 */
record ExpectedLog(String path, String log, List<LogFormat.Column> columns, List<List<String>> rows) {

    private static final String CROSSED = "XXXXXXXXXX.XXXXXX";

    /** All of the corpus. */
    static List<ExpectedLog> all() {
        try (Stream<Path> files = Files.walk(Corpus.folder())) {
            return files.filter(f ->
                            f.toString().contains("/expected/") && f.toString().endsWith(".log"))
                    .sorted()
                    .map(ExpectedLog::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The capture that it is of. */
    Path capture() {
        Path file = Objects.requireNonNull(Corpus.folder().resolve(path).getParent());
        return Objects.requireNonNull(file.getParent()).resolveSibling(file.getFileName());
    }

    private static ExpectedLog read(Path file) {
        String name = file.getFileName().toString();
        String log = name.substring(name.lastIndexOf("__") + 2, name.length() - ".log".length());
        List<String> fields = List.of();
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.startsWith("#fields\t")) {
                fields = List.of(line.split("\t")).subList(1, line.split("\t").length);
            } else if (!line.startsWith("#") && !line.isEmpty()) {
                rows.add(List.of(line.split("\t", -1)));
            }
        }
        String path = Corpus.folder().relativize(file).toString();
        List<LogFormat.Column> columns =
                LogFormat.of(log).map(LogFormat::columns).orElse(List.of());
        return new ExpectedLog(path, log, named(columns, fields, rows), rows);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a head: all of them, or those that join no other log, or of these those behind time and name. */
    private static List<LogFormat.Column> named(
            List<LogFormat.Column> all, List<String> fields, List<List<String>> rows) {
        if (!fields.isEmpty()) {
            return fields.stream()
                    .map(f -> all.stream()
                            .filter(c -> c.name().equals(f))
                            .findFirst()
                            .orElse(new LogFormat.Column(f, "absent", "")))
                    .toList();
        }
        int count = rows.isEmpty() ? all.size() : rows.getFirst().size();
        List<LogFormat.Column> joined =
                all.stream().filter(c -> !c.name().endsWith("_link_id")).toList();
        List<LogFormat.Column> kept = count < all.size() && !joined.isEmpty() ? joined : all;
        int first = count < kept.size() ? 2 : 0;
        return kept.subList(Math.min(first, kept.size()), Math.min(kept.size(), first + count));
    }

    /** Columns whose times are crossed out. */
    Set<String> crossed() {
        Set<String> crossed = new HashSet<>();
        for (List<String> row : rows) {
            for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
                if (row.get(i).equals(CROSSED)) {
                    crossed.add(columns.get(i).name());
                }
            }
        }
        return crossed;
    }

    static boolean isCrossed(String cell) {
        return cell.equals(CROSSED);
    }
}
