// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import weir.model.Address;
import weir.model.Login;
import weir.model.Observation;
import weir.model.Outcome;
import weir.model.PointValue;
import weir.model.Sighting;
import weir.model.Subject;
import weir.model.Target;
import weir.model.Transfer;
import weir.model.Violation;
import weir.server.output.ObservationLines;

/** Every field that is written is described. */
class OutputsDocumentedTest {

    @TempDir
    Path folder;

    @Test
    void every_field_of_a_decode_line_is_described() throws IOException {
        Set<String> names = fields(run("decode", Weir.SAMPLE));
        assertThat(names).contains("latencyNanos", "refusal", "confidence", "grade", "origin");
        assertDescribed(names);
    }

    @Test
    void fields_that_the_sample_does_not_need_are_described_too() throws IOException {
        Subject device = new Subject(Address.ipv4(0x0a00_0002), "unit 3");
        Target point = new Target("unit 3", "register", 1, 1, "Level");
        Sighting at = new Sighting().sensor("test");
        at.reading().integer(5).quality(1);
        List<Observation> rare = List.of(
                new Violation("modbus", "truncated"),
                new PointValue("modbus", device, point, "u16", PointValue.Origin.READ),
                new Transfer(
                        "s7comm", device, "block", "DB1", Transfer.Way.INTO_DEVICE, Transfer.State.COMPLETE, "00ff"),
                new Login("umas", device, "operator", "h:1f2e3d4c5b6a7988", Outcome.DONE));
        StringWriter lines = new StringWriter();
        ObservationLines out = new ObservationLines(lines);
        rare.forEach(what -> out.observe(at, what));
        out.flush();
        Set<String> names = fields(lines.toString());
        assertThat(names).contains("detail", "way", "secret", "quality");
        assertDescribed(names);
    }

    @Test
    void every_field_and_column_of_the_files_is_described() throws IOException {
        run("analyze", "--quiet", "--out", folder, Weir.SAMPLE);
        assertDescribed(fields(Files.readString(folder.resolve("assets.json"))));
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(folder.resolve("operations.jsonl.gz")))) {
            assertDescribed(fields(new String(packed.readAllBytes(), StandardCharsets.UTF_8)));
        }
        for (String table : List.of("assets.csv", "conversations.csv")) {
            String header = Files.readAllLines(folder.resolve(table)).getFirst();
            assertDescribed(Set.of(header.split(",")));
        }
    }

    @Test
    void every_column_of_points_is_described() throws IOException {
        Path series = folder.resolve("series.csv");
        String table = run("points", "--csv", series, Weir.SAMPLE);
        assertDescribed(Set.of(table.lines().findFirst().orElseThrow().split("\t")));
        assertDescribed(Set.of(Files.readAllLines(series).getFirst().split(",")));
    }

    @Test
    void every_exit_code_is_described() throws IllegalAccessException, IOException {
        for (var code : ExitCode.class.getFields()) {
            assertThat(document()).contains("\n| " + code.getInt(null) + " | ");
        }
    }

    private static String run(Object... arguments) {
        Weir.Ran ran = Weir.run(arguments);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
        return ran.lines();
    }

    private static Set<String> fields(String text) {
        Set<String> names = new TreeSet<>();
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    names.add(json.currentName());
                }
            }
        }
        return names;
    }

    private static void assertDescribed(Set<String> names) throws IOException {
        String document = document();
        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
    }

    private static String document() throws IOException {
        return Files.readString(Weir.ROOT.resolve("docs/outputs.md"));
    }
}
