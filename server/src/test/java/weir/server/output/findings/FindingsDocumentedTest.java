// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import weir.model.Severity;

/** {@code docs/findings.md} says where every field goes. */
class FindingsDocumentedTest {

    private static final Path DOCUMENT =
            Path.of(System.getProperty("weir.root", "..")).resolve("docs/findings.md");

    @Test
    void every_field_of_the_own_lines_is_described() throws IOException {
        TreeSet<String> fields = new TreeSet<>(FindingLines.fields(Claims.STOP).keySet());
        fields.addAll(IncidentLines.fields(Claims.INCIDENT).keySet());
        String document = Files.readString(DOCUMENT);
        assertThat(fields).hasSize(24).allSatisfy(field -> assertThat(document).contains("`" + field + "`"));
    }

    @Test
    void every_key_of_cef_and_leef_is_described() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (Claim claim : new Claim[] {Claim.of(Claims.STOP), Claim.of(Claims.INCIDENT)}) {
            String lines = new Cef("1").of(claim) + "\t" + new Leef("1").of(claim);
            Pattern.compile("[|\\s]([A-Za-z0-9]+)=")
                    .matcher(lines)
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !key.endsWith("Label") && !key.equals("devTimeFormat"))
                    .forEach(key -> assertThat(document).contains("`" + key + "`"));
        }
    }

    @Test
    void every_severity_and_format_is_described_with_its_numbers() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (Severity severity : Severity.values()) {
            assertThat(document)
                    .contains(
                            "| `" + severity.label() + "` | " + Scores.ten(severity) + " | " + Scores.hundred(severity)
                                    + " | " + Scores.ocsf(severity) + " " + Scores.ocsfName(severity) + " |");
        }
        for (FindingFormat format : FindingFormat.values()) {
            assertThat(document).contains("| `" + format.name().toLowerCase(Locale.ROOT) + "` |");
        }
    }
}
