// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import weir.model.Observation;
import weir.model.PointValue;
import weir.model.Sighting;
import weir.wire.capture.Captures;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;
import weir.wire.sensor.Sensor;

/**
 * For whoever writes a decoder: {@code Look show FILE [PROTOCOL]} prints every observation, {@code Look counts FILE}
 * the fields, {@code Look compare CORPUS PROTOCOL...} every difference to the corpus's truth.
 */
final class Look {

    private static final PrintStream OUT = System.out;

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "show" -> show(Path.of(arguments[1]), arguments.length > 2 ? arguments[2] : "");
            case "counts" -> counts(Path.of(arguments[1])).forEach((key, count) -> OUT.println(key + "\t" + count));
            default ->
                compare(Path.of(arguments[1]), Set.of(java.util.Arrays.copyOfRange(arguments, 2, arguments.length)));
        }
    }

    private static void show(Path file, String protocol) throws Exception {
        SinkOptions options = SinkOptions.PLAIN.withPoints();
        run(
                file,
                new Sensor(
                        "",
                        (at, what) -> {
                            if (protocol.isEmpty() || what.protocol().equals(protocol)) {
                                OUT.println(line(at, what));
                            }
                        },
                        options));
    }

    private static String line(Sighting at, Observation what) {
        String reading = what instanceof PointValue
                ? " = " + at.reading().kind() + " " + at.reading().number() + " "
                        + at.reading().text() + " q" + at.reading().quality()
                : "";
        return at.packet() + " " + at.source() + ":" + at.sourcePort() + (at.fromClient() ? " > " : " < ")
                + at.destination() + ":" + at.destinationPort() + " " + what + reading + " detail=" + at.detail()
                + " latency=" + at.latency();
    }

    private static Map<String, Long> counts(Path file) throws Exception {
        Map<String, Long> counts = new TreeMap<>();
        SinkOptions options = SinkOptions.PLAIN.counting(
                (protocol, key, value) -> counts.merge(protocol + "\t" + key + "=" + value, 1L, Long::sum));
        run(file, new Sensor("", (at, what) -> {}, options));
        return counts;
    }

    private static void run(Path file, Sensor sensor) throws Exception {
        try (FrameSource source = Captures.open(List.of(file), System.in)) {
            Frame f = new Frame();
            while (source.next(f)) {
                sensor.frame(f.data, f.offset, f.captured, f.length, f.linkType, f.time, f.packet);
            }
            sensor.finish();
        }
    }

    private static void compare(Path corpus, Set<String> protocols) throws Exception {
        Map<String, Map<String, Long>> truth = new TreeMap<>();
        for (String row : Files.readAllLines(corpus.resolve("truth.tsv"))) {
            List<String> cells = List.of(row.split("\t", -1));
            if (protocols.contains(cells.get(1)) && !cells.get(2).contains("#distinct")) {
                truth.computeIfAbsent(cells.get(0), c -> new TreeMap<>())
                        .put(cells.get(1) + "\t" + cells.get(2), Long.parseLong(cells.get(3)));
            }
        }
        long right = 0;
        long all = 0;
        for (String row : Files.readAllLines(corpus.resolve("MANIFEST.tsv"))) {
            String capture = row.split("\t", -1)[0];
            if (capture.equals("file")) {
                continue;
            }
            Map<String, Long> ours = counts(corpus.resolve(capture));
            Map<String, Long> theirs = truth.getOrDefault(capture, Map.of());
            Set<String> keys = new TreeSet<>(theirs.keySet());
            ours.keySet().stream()
                    .filter(k -> protocols.contains(k.split("\t")[0]))
                    .forEach(keys::add);
            for (String key : keys) {
                long us = ours.getOrDefault(key, 0L);
                long they = theirs.getOrDefault(key, 0L);
                if (theirs.containsKey(key)) {
                    all++;
                    right += us == they ? 1 : 0;
                }
                if (us != they) {
                    OUT.println(capture + "\t" + key + "\ttshark " + they + "\tweir " + us);
                }
            }
        }
        OUT.println(right + " of " + all + " facts equal");
    }

    private Look() {}
}
