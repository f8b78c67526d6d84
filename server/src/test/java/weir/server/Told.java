// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What analyze told of a capture: incidents and findings without what depends on the order of packets. */
record Told(List<String> incidents, List<String> findings) {

    private static final List<String> INCIDENT = List.of("title", "severity", "techniques", "assets", "detectors");
    private static final List<String> FINDING =
            List.of("detector", "title", "severity", "techniques", "assets", "count");

    static Told of(Path capture, Path out) throws IOException {
        return read(out, Weir.run("analyze", "--quiet", "--out", out, capture));
    }

    /** What was told of it to those who know what is normal. */
    static Told of(Path capture, Path normal, Path out) throws IOException {
        return read(out, Weir.run("analyze", "--quiet", "--out", out, "--baseline", normal, capture));
    }

    private static Told read(Path out, Weir.Ran ran) throws IOException {
        if (ran.exit() != ExitCode.DONE) {
            throw new IOException(ran.err());
        }
        return new Told(
                fields(out.resolve("incidents.jsonl"), INCIDENT), fields(out.resolve("findings.jsonl"), FINDING));
    }

    private static List<String> fields(Path lines, List<String> names) throws IOException {
        return Files.readAllLines(lines).stream()
                .map(line -> names.stream().map(name -> field(line, name)).reduce("", (a, b) -> a + " | " + b))
                .sorted()
                .toList();
    }

    /** A text, a number, or a list in alphabetical order. */
    private static String field(String line, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":(?:\\[([^\\]]*)\\]|(\"(?:[^\"\\\\]|\\\\.)*\"|\\d+))")
                .matcher(line);
        if (!field.find()) {
            throw new IllegalStateException("no " + name + " in " + line);
        }
        return field.group(1) == null
                ? field.group(2)
                : new TreeSet<>(Arrays.asList(field.group(1).split(","))).toString();
    }
}
