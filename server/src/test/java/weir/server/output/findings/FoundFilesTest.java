// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.model.Finding;
import weir.model.Incident;
import weir.server.output.JsonLines;

class FoundFilesTest {

    @TempDir
    Path folder;

    @Test
    void what_is_written_is_read_again() throws IOException {
        Finding odd = Claims.saying("a \"quote\", a \\ backslash,\na line\u2028 and \ud83d\ude00 <b>");
        write(List.of(Claims.STOP, Claims.SCAN, odd), List.of(Claims.INCIDENT));
        Found found = FoundFiles.read(folder);
        assertThat(found.findings()).containsExactly(Claims.STOP, Claims.SCAN, odd);
        assertThat(found.incidents()).containsExactly(Claims.INCIDENT);
    }

    @Test
    void nothing_found_is_read_as_nothing() throws IOException {
        write(List.of(), List.of());
        assertThat(FoundFiles.read(folder)).isEqualTo(new Found(List.of(), List.of()));
    }

    @Test
    void a_field_that_is_not_what_it_has_to_be_is_named() {
        assertThat(wrong("severity", "dire")).endsWith("line 1: severity is none of info, low, medium, high, critical");
        assertThat(wrong("source", "nowhere")).endsWith("line 1: source is no address");
        assertThat(wrong("start", "now")).endsWith("line 1: start is no time");
        assertThat(wrong("count", 1.5)).endsWith("line 1: count is no whole number");
        assertThat(wrong("confidence", 7L)).endsWith("line 1: confidence is not between 0 and 1");
        assertThat(wrong("techniques", "T0858")).endsWith("line 1: techniques is no list");
        assertThat(wrong("title", 5L)).endsWith("line 1: title is no text");
        assertThat(wrong("id", "")).endsWith("line 1: id is no text");
    }

    @Test
    void a_number_that_costs_much_to_compute_with_is_refused() throws IOException {
        write(List.of(), List.of());
        for (String number : List.of("1e999999999", "1e-999999999", "9".repeat(100))) {
            String line = JsonLines.text(FindingLines.fields(Claims.STOP)).replace("1763880000.123456789", number);
            Files.writeString(folder.resolve("findings.jsonl"), line + "\n");
            assertThatThrownBy(() -> FoundFiles.read(folder)).hasMessageEndingWith("a number has too many digits");
        }
    }

    @Test
    void a_line_without_an_end_is_refused_before_it_fills_the_memory() throws IOException {
        write(List.of(), List.of());
        Files.writeString(folder.resolve("findings.jsonl"), "x".repeat(FoundFiles.LONGEST_LINE + 1));
        assertThatThrownBy(() -> FoundFiles.read(folder)).hasMessageContaining("a line is longer than");
    }

    @Test
    void an_empty_line_is_not_the_end() throws IOException {
        write(List.of(Claims.STOP), List.of());
        Path file = folder.resolve("findings.jsonl");
        String line = Files.readString(file);
        Files.writeString(file, "\n" + line + "\n" + line.replace("F-0123456789ab", "F-2"));
        assertThat(FoundFiles.read(folder).findings()).extracting(Finding::id).containsExactly("F-0123456789ab", "F-2");
    }

    @Test
    void an_incident_of_an_unknown_finding_is_refused() throws IOException {
        write(List.of(Claims.STOP), List.of(Claims.INCIDENT));
        assertThatThrownBy(() -> FoundFiles.read(folder))
                .hasMessageEndingWith("line 1: there is no finding F-0123456789ac");
    }

    @Test
    void lines_with_octets_changed_are_read_or_refused_and_never_break_the_reader() throws IOException {
        write(List.of(Claims.STOP), List.of());
        byte[] line = Files.readAllBytes(folder.resolve("findings.jsonl"));
        Random random = new Random(20261123);
        int refused = 0;
        for (int round = 0; round < 500; round++) {
            byte[] changed = line.clone();
            changed[random.nextInt(changed.length - 1)] = (byte) random.nextInt(256);
            Files.write(folder.resolve("findings.jsonl"), changed);
            try {
                FoundFiles.read(folder);
            } catch (IOException e) {
                assertThat(e.getMessage()).contains("findings.jsonl: ");
                refused++;
            }
        }
        assertThat(refused).isBetween(50, 499);
    }

    private String wrong(String field, Object value) {
        Map<String, Object> fields = FindingLines.fields(Claims.STOP);
        fields.put(field, value);
        try {
            write(List.of(), List.of());
            Files.writeString(folder.resolve("findings.jsonl"), JsonLines.text(fields) + "\n");
            FoundFiles.read(folder);
            return "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void write(List<Finding> findings, List<Incident> incidents) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("findings.jsonl"))) {
            new FindingLines(findings).write(out);
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve("incidents.jsonl"))) {
            new IncidentLines(incidents).write(out);
        }
    }
}
