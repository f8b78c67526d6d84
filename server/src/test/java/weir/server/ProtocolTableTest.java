// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weir.model.Verb;
import weir.wire.Protocol;
import weir.wire.sensor.Protocols;

/** {@code docs/protocols.md}, which says what is told of each protocol, as the captures of the checkout show it. */
class ProtocolTableTest {

    private static final Path DOCUMENT = Weir.ROOT.resolve("docs/protocols.md");
    private static final int DANGEROUS = 3;

    private static final Pattern KIND = Pattern.compile("\"kind\":\"(\\w+)\",\"protocol\":\"(\\w+)\"");
    private static final Pattern SERVICE = Pattern.compile("\"verb\":\"(\\w+)\",\"service\":\"([^\"]+)\"");

    private static final String HEAD = """
            # Protocols

            What Weir tells of each protocol in the captures of this checkout; it reads more than they have. Written by
            `./verify --accept`. How it compares with tshark in real captures: [conformance](conformance.md).

            - services: how many different services are told by name; subfunctions and those of a vendor are counted too
            - standard: how many services the standard defines, where it numbers them
            - identity: who a device is; values: process values; files: files or control logic that move
            - dangerous: verbs of services that change a process, a device or what runs in it (risk 3 and more, see
              [outputs](outputs.md))
            - captures: how many captures of this checkout have it

            | protocol | services | standard | identity | values | files | dangerous | captures |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    /** What is told of one protocol. */
    private static final class Shown {
        private final Set<String> services = new TreeSet<>();
        private final Set<String> kinds = new TreeSet<>();
        private final Set<Verb> verbs = new TreeSet<>();
        private final Set<Path> captures = new TreeSet<>();

        String row(String protocol, Map<String, String> standards) {
            String dangerous = verbs.stream()
                    .filter(verb -> verb.risk() >= DANGEROUS)
                    .map(verb -> verb.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            List<Object> cells = List.of(
                    protocol,
                    services.size(),
                    standards.getOrDefault(protocol, ""),
                    yes("identity"),
                    yes("point"),
                    yes("transfer"),
                    dangerous,
                    captures.size());
            return cells.stream().map(Object::toString).collect(Collectors.joining(" | ", "| ", " |\n"));
        }

        private String yes(String kind) {
            return kinds.contains(kind) ? "yes" : "";
        }
    }

    @Test
    void the_document_says_what_the_captures_show() throws IOException {
        Map<String, Shown> shown = shown();
        Map<String, String> standards = standards();
        StringBuilder text = new StringBuilder(HEAD);
        shown.forEach((protocol, told) -> text.append(told.row(protocol, standards)));
        if (Boolean.getBoolean("weir.accept")) {
            Files.writeString(DOCUMENT, text);
        }
        assertThat(DOCUMENT).as("write it with ./verify --accept").content().isEqualTo(text.toString());
    }

    @Test
    void every_protocol_that_is_looked_for_is_in_the_document() throws IOException {
        assertThat(shown().keySet())
                .containsAll(Protocols.all().stream().map(Protocol::name).toList());
    }

    private static Map<String, Shown> shown() throws IOException {
        Map<String, Shown> shown = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Weir.ROOT.resolve("captures"))) {
            for (Path capture : files.filter(f -> f.toString().matches(".*\\.pcap(ng)?"))
                    .sorted()
                    .toList()) {
                Weir.run("decode", capture).lines().lines().forEach(line -> add(line, capture, shown));
            }
        }
        return shown;
    }

    private static void add(String line, Path capture, Map<String, Shown> shown) {
        Matcher kind = KIND.matcher(line);
        if (!kind.find() || kind.group(1).equals("contact") || kind.group(1).equals("loss")) {
            return;
        }
        Shown told = shown.computeIfAbsent(kind.group(2), name -> new Shown());
        told.kinds.add(kind.group(1));
        told.captures.add(capture);
        Matcher service = SERVICE.matcher(line);
        if (service.find()) {
            told.verbs.add(Verb.valueOf(service.group(1).toUpperCase(Locale.ROOT)));
            told.services.add(service.group(2));
        }
    }

    private static Map<String, String> standards() throws IOException {
        Map<String, String> standards = new HashMap<>();
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ProtocolTableTest.class.getResourceAsStream("services-of-standards.tsv")),
                StandardCharsets.UTF_8))) {
            for (String row : rows.lines().filter(line -> !line.startsWith("#")).toList()) {
                List<String> cells = List.of(row.split("\t", -1));
                standards.put(cells.get(0), cells.get(1));
            }
        }
        return standards;
    }
}
