// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.server.input.CaptureRun;
import weir.server.input.Progress;
import weir.wire.NeedsCorpus;
import weir.wire.sensor.Protocols;
import weir.wire.sensor.Sensor;

/**
 * The logs that Zeek and its ICS parsers wrote of the real captures, against ours, field by field. What differs stands in
 * {@code differences.tsv} with its number and its reason: no more, and no less.
 */
@NeedsCorpus
class ZeekBaselineTest {

    @TempDir
    Path folder;

    @Test
    void every_field_is_as_expected_or_listed_with_a_reason() throws IOException {
        Map<String, String> found = new TreeMap<>();
        Map<String, String> examples = new TreeMap<>();
        StringBuilder report = new StringBuilder();
        List<ExpectedLog> all = ExpectedLog.all();
        assertThat(all).hasSizeGreaterThan(60);
        Path written = null;
        Path of = null;
        for (ExpectedLog expected : all) {
            if (!expected.capture().equals(of)) {
                of = expected.capture();
                written = export(of);
            }
            LogComparison comparison = new LogComparison(
                    expected, lines(Objects.requireNonNull(written).resolve(expected.log() + ".log")));
            comparison.differences().forEach((what, times) -> {
                found.put(expected.path() + "\t" + what, times.toString());
                examples.put(
                        expected.path() + "\t" + what, comparison.examples().get(what));
            });
            report.append(comparison.equal())
                    .append('/')
                    .append(expected.rows().size())
                    .append(' ')
                    .append(expected.path())
                    .append(' ')
                    .append(comparison.differences())
                    .append('\n');
        }
        Map<String, String> listed = listed();
        List<String> unlisted = new ArrayList<>();
        found.forEach((what, times) -> {
            if (!times.equals(listed.get(what))) {
                unlisted.add(what + "\t" + times + "\t" + examples.get(what));
            }
        });
        assertThat(unlisted)
                .as("rows equal:%n%s%ndifferences not listed", report)
                .isEmpty();
        assertThat(listed.keySet()).as("listed, and no longer so").isSubsetOf(found.keySet());
    }

    /** Log and column, and how often. */
    private static Map<String, String> listed() throws IOException {
        Map<String, String> listed = new TreeMap<>();
        try (InputStream in = ZeekBaselineTest.class.getResourceAsStream("differences.tsv")) {
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> {
                        assertThat(cells).as("log, column, times, reason").hasSize(4);
                        assertThat(cells[3]).isNotBlank();
                        listed.put(cells[0] + "\t" + cells[1], cells[2]);
                    });
        }
        return listed;
    }

    private Path export(Path capture) throws IOException {
        Path out = Files.createTempDirectory(folder, "logs");
        try (Logs logs = Logs.into(out, false, Protocols.all())) {
            Sensor sensor = logs.sensor("");
            new CaptureRun(List.of(capture), InputStream.nullInputStream())
                    .through(sensor, new Progress(System.err, false), () -> false);
            sensor.finish();
            logs.finish();
        }
        return out;
    }

    private static List<Map<String, String>> lines(Path log) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        List<String> fields = List.of();
        List<Map<String, String>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            List<String> cells = List.of(line.split("\t", -1));
            if (line.startsWith("#fields\t")) {
                fields = cells.subList(1, cells.size());
            } else if (!line.startsWith("#")) {
                Map<String, String> values = new HashMap<>();
                for (int i = 0; i < cells.size(); i++) {
                    values.put(fields.get(i), cells.get(i));
                }
                lines.add(values);
            }
        }
        return lines;
    }
}
