// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An incident or a finding that Weir told: a line of {@code incidents.jsonl} or {@code findings.jsonl}.
 *
 * @param start seconds since the epoch
 */
record Told(
        String title,
        String severity,
        double start,
        double end,
        long firstPacket,
        long lastPacket,
        List<String> detectors,
        List<String> techniques) {

    static List<Told> read(Path file) throws IOException {
        List<Told> all = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                all.add(of(Json.object(line)));
            }
        }
        return all;
    }

    private static Told of(Map<String, Object> fields) {
        return new Told(
                text(fields, "title"),
                text(fields, "severity"),
                time(text(fields, "start")),
                time(text(fields, "end")),
                (long) number(fields, "firstPacket"),
                (long) number(fields, "lastPacket"),
                texts(fields, "detectors"),
                texts(fields, "techniques"));
    }

    boolean serious() {
        return severity.equals("high") || severity.equals("critical");
    }

    private static String text(Map<String, Object> fields, String name) {
        return String.valueOf(fields.getOrDefault(name, ""));
    }

    private static double number(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof Double d ? d : 0;
    }

    private static double time(String text) {
        if (text.indexOf('T') < 0) {
            return Double.parseDouble(text);
        }
        Instant instant = Instant.parse(text);
        return instant.getEpochSecond() + instant.getNano() / 1e9;
    }

    private static List<String> texts(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
