// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weir.analysis.Coverage;

/** The list of tests that exercise detectors is true: it is made from the sources of the tests. */
class ExercisedTest {

    private static final Path ROOT =
            Path.of(System.getProperty("weir.root", "..")).toAbsolutePath();

    private static final Pattern METHOD = Pattern.compile("^    void (\\w+)\\(");
    private static final Pattern ID = Pattern.compile("\"((?:PR|BL|TM|PV|IT|XC|RU)-\\d\\d)\"");

    /** What begins a finding that is given to a rule, and is no claim of the test's. */
    private static final Pattern GIVEN = Pattern.compile("finding\\(\"(?:PR|BL|TM|PV|IT|XC|RU)-\\d\\d\"");

    @Test
    void the_list_names_the_tests_that_there_are() throws IOException {
        StringBuilder text = new StringBuilder(
                "# Written by ExercisedTest (./verify --accept): id of a detector, test that has it claim something.\n");
        tests().forEach((id, test) -> text.append(id).append('\t').append(test).append('\n'));
        Path list = ROOT.resolve("analysis/src/main/resources/weir/analysis/detect/exercised.tsv");
        if (Boolean.getBoolean("weir.accept")) {
            Files.writeString(list, text);
        }
        assertThat(Files.readString(list)).isEqualTo(text.toString());
    }

    @Test
    void every_detector_that_is_built_is_exercised_by_a_test() throws IOException {
        List<String> untested = Coverage.built().stream()
                .map(Detection::id)
                .filter(id -> !has(id))
                .toList();
        assertThat(untested).isEmpty();
    }

    private static boolean has(String id) {
        try {
            return tests().containsKey(id);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        Path folder = ROOT.resolve("analysis/src/test/java/weir/analysis");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith("Test.java"))
                    .sorted()
                    .toList()) {
                String method = "";
                for (String line : Files.readAllLines(file)) {
                    Matcher begins = METHOD.matcher(line);
                    method = begins.find() ? begins.group(1) : method;
                    Matcher id = ID.matcher(GIVEN.matcher(line).replaceAll(""));
                    while (id.find() && !method.isEmpty()) {
                        String name = file.getFileName().toString().replace(".java", "") + "." + method;
                        tests.putIfAbsent(id.group(1), name);
                    }
                }
            }
        }
        return tests;
    }
}
