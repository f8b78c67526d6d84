// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointsTest {

    @TempDir
    Path folder;

    @Test
    void the_points_of_the_sample_are_listed_with_kind_value_and_writers() {
        Weir.Ran ran = Weir.run("points", Weir.SAMPLE);
        assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
        List<Map<String, String>> rows = rows(ran.lines());
        assertThat(rows).hasSizeGreaterThan(20);
        assertThat(rows).extracting(r -> r.get("kind")).contains("continuous", "setpoint", "constant");
        assertThat(rows).extracting(r -> r.get("protocol")).contains("modbus", "s7comm", "iec104");
        assertThat(rows)
                .filteredOn(r -> "setpoint".equals(r.get("kind")))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.get("writers")).isNotEmpty());
    }

    @Test
    void the_series_has_a_row_for_each_value_that_decode_tells() throws IOException {
        Path series = folder.resolve("series.csv");
        assertThat(Weir.run("points", Weir.SAMPLE, "--csv", series).exit()).isEqualTo(ExitCode.DONE);
        long told = Weir.run("decode", Weir.SAMPLE)
                .lines()
                .lines()
                .filter(l -> l.contains("\"kind\":\"point\"") && l.contains("\"value\":"))
                .count();
        assertThat(told).isPositive();
        assertThat(Files.readAllLines(series)).hasSize((int) told + 1);
    }

    @Test
    void a_tag_list_names_and_scales_a_point() throws IOException {
        String id = Objects.requireNonNull(numeric().get("point"));
        double raw = Double.parseDouble(Objects.requireNonNull(numeric().get("value")));
        Path tags = Files.writeString(
                folder.resolve("tags.csv"), "point,name,unit,scale,offset\n" + id + ",\"Level, tank 1\",m,0.5,1\n");
        Map<String, String> row = rows(
                        Weir.run("points", Weir.SAMPLE, "--tags", tags).lines())
                .stream()
                .filter(r -> id.equals(r.get("point")))
                .findFirst()
                .orElseThrow();
        assertThat(row).containsEntry("name", "Level, tank 1").containsEntry("unit", "m");
        assertThat(Double.parseDouble(Objects.requireNonNull(row.get("value")))).isEqualTo(raw * 0.5 + 1);
    }

    @Test
    void a_wrong_number_in_a_tag_list_is_told_with_line_and_column() throws IOException {
        Path tags = Files.writeString(folder.resolve("tags.csv"), "point,name,scale\na,b,1\nc,d,ten\n");
        Weir.Ran ran = Weir.run("points", Weir.SAMPLE, "--tags", tags);
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ran.err()).contains("tags.csv: line 3, column scale: 'ten' is no number");
    }

    @Test
    void what_is_no_substation_description_is_told_with_its_line() throws IOException {
        Path scl = Files.writeString(folder.resolve("station.scd"), "<SCL>\n<IED name=\"A\"\n</SCL>");
        Weir.Ran ran = Weir.run("points", Weir.SAMPLE, "--tags", scl);
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ran.err()).contains("station.scd: line 3").contains("no substation description");
    }

    @Test
    void a_series_that_cannot_be_written_is_told_and_is_no_fault_of_the_input() {
        Weir.Ran ran = Weir.run("points", Weir.SAMPLE, "--csv", "/dev/full");
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_OUTPUT);
        assertThat(ran.err()).contains("/dev/full").contains("--csv");
    }

    private static Map<String, String> numeric() {
        return rows(Weir.run("points", Weir.SAMPLE).lines()).stream()
                .filter(r -> "continuous".equals(r.get("kind")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, String>> rows(String table) {
        List<String[]> lines = table.lines().map(l -> l.split("\t", -1)).toList();
        String[] columns = lines.getFirst();
        return lines.stream()
                .skip(1)
                .map(cells -> {
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < columns.length; i++) {
                        row.put(columns[i], cells[i]);
                    }
                    return row;
                })
                .toList();
    }
}
