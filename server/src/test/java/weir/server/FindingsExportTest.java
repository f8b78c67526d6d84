// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsExportTest {

    static final String FINDING = """
            {"id":"F-0123456789ab","start":1763880000.123456789,"end":1763880001.6,"severity":"high","confidence":0.9,\
            "title":"Controller stopped","story":"s","detector":"PR-01","detectors":["PR-01"],"techniques":["T0858"],\
            "assets":["10.0.0.7","10.0.0.2"],"source":"10.0.0.7","target":"10.0.0.2","unit":"","about":"stop",\
            "count":3,"firstPacket":17,"lastPacket":42,"expected":"no stop","seen":"3 stops","benignIf":"maintenance"}
            """;
    static final String INCIDENT = """
            {"id":"I-0123456789ab","start":1763880000.123456789,"end":1763880001.6,"severity":"critical",\
            "confidence":0.95,"title":"Plant stopped","story":"It was stopped.","phase":"Impact","impact":"",\
            "assets":["10.0.0.7"],"findings":["F-0123456789ab"]}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void analysed() throws IOException {
        Files.writeString(folder.resolve("findings.jsonl"), FINDING);
        Files.writeString(folder.resolve("incidents.jsonl"), INCIDENT);
    }

    @Test
    void lines_of_every_format_go_to_standard_output() {
        for (String format : List.of("json", "cef", "LEEF", "ecs", "ocsf")) {
            Weir.Ran ran = Weir.run("export", "findings", folder, "--format", format);
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.lines().lines())
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("F-0123456789ab", "Controller stopped");
        }
    }

    @Test
    void stix_is_one_bundle_in_a_file() {
        Path file = folder.resolve("new/bundle.json");
        assertThat(Weir.run("export", "findings", folder, "--format", "stix", "--out", file)
                        .exit())
                .isZero();
        assertThat(new String(Weir.bytes(file), StandardCharsets.UTF_8))
                .startsWith("{\"type\":\"bundle\",")
                .endsWith("}\n");
    }

    @Test
    void a_folder_without_findings_is_no_input() {
        Weir.Ran ran = Weir.run("export", "findings", folder.resolve("none"));
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ran.err()).contains("findings.jsonl: there is no such file");
    }

    @Test
    void a_broken_line_is_told_with_its_number() throws IOException {
        Files.writeString(folder.resolve("findings.jsonl"), FINDING + "{\"id\":\n");
        Weir.Ran ran = Weir.run("export", "findings", folder);
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ran.err()).contains("findings.jsonl: line 2: is no JSON");
    }

    @Test
    void a_file_that_cannot_be_written_is_no_fault_of_the_input() {
        Weir.Ran ran = Weir.run("export", "findings", folder, "--out", Weir.SAMPLE.resolve("x"));
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_OUTPUT);
        assertThat(ran.err()).contains("--out");
    }

    @Test
    void a_format_that_does_not_exist_is_a_wrong_argument() {
        assertThat(Weir.run("export", "findings", folder, "--format", "xml").exit())
                .isEqualTo(ExitCode.USAGE);
    }
}
