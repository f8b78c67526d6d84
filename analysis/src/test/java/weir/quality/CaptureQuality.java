// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Captures: labelled intervals against incidents, and what is said of captures in which nothing is labelled. */
final class CaptureQuality {

    /** The part of the control capture that is learned from. */
    private static final long NORMAL_SECONDS = 6 * 3600;

    private static final String CONTROL = "qut-dnp3/qutdnp3__control-training-frequent.pcap.gz";

    private final Path corpus;
    private final Path datasets;
    private final Program program;
    private final Page page;
    private final Explanations explanations = Explanations.read();

    CaptureQuality(Path shared, Program program, Page page) {
        this.corpus = shared.resolve("corpus");
        this.datasets = shared.resolve("datasets");
        this.program = program;
        this.page = page;
    }

    void write() throws IOException {
        page.title("Labelled captures");
        page.words("`weir analyze`; captures of QUT DNP3 and of Lemay with `--baseline` on normal operation of the same"
                + " plant (the first six hours of the control capture; the first 280 s of the Modbus capture), all others"
                + " with none. An interval is found if an incident overlaps it, named if that incident has one of the"
                + " labelled techniques; one long incident can overlap many intervals, so the longest is told. Pieces are the incidents that overlap an interval, false those that overlap none."
                + " Captures taken where nothing of the attack goes by are left out.");
        page.head(
                "captures",
                "intervals",
                "found",
                "named",
                "pieces an interval",
                "longest incident (minutes)",
                "false incidents");
        Path normal = program.scratch().resolve("qut-normal.pcap");
        Files.createDirectories(program.scratch());
        double end = NormalPart.cut(corpus.resolve(CONTROL), NORMAL_SECONDS, normal);
        Map<String, List<Label>> captures = Label.read(corpus.resolve("labels.tsv")).stream()
                .collect(Collectors.groupingBy(Label::capture, LinkedHashMap::new, Collectors.toList()));
        Map<String, List<IntervalMatch>> families = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        captures.entrySet().parallelStream()
                .forEachOrdered(c -> score(c.getKey(), c.getValue(), normal, end, families, wrong));
        rows(families);
        missed(families);
        page.words("False incidents:");
        page.list(wrong.isEmpty() ? List.of("none") : wrong);
        lemay();
    }

    private void score(
            String capture,
            List<Label> labels,
            Path normal,
            double end,
            Map<String, List<IntervalMatch>> families,
            List<String> wrong) {
        String family = family(capture);
        Optional<List<Told>> incidents =
                incidents(corpus.resolve(capture), baseline(capture, normal), "incidents.jsonl");
        List<IntervalMatch> matches = families.computeIfAbsent(family, _ -> new ArrayList<>());
        incidents.ifPresent(all -> {
            List<Told> later = capture.equals(CONTROL)
                    ? all.stream().filter(i -> i.start() >= end).toList()
                    : all;
            IntervalMatch match = IntervalMatch.of(labels, later);
            matches.add(match);
            match.wrong()
                    .forEach(w -> wrong.add(
                            capture + ": " + w.title() + " (" + w.severity() + ", packet " + w.firstPacket() + ")"));
        });
    }

    private static String family(String capture) {
        String name = capture.substring(capture.indexOf('/') + 1);
        int mark = name.indexOf("__");
        return capture.substring(0, capture.indexOf('/')) + "/" + name.substring(0, Math.max(0, mark));
    }

    private List<Path> baseline(String capture, Path normal) {
        if (capture.startsWith("qut-dnp3/")) {
            return List.of(normal);
        }
        return capture.startsWith("modbus/lemay")
                ? List.of(datasets.resolve("modbus-6rtu/normal_first280s.pcap"))
                : List.of();
    }

    private Optional<List<Told>> incidents(Path capture, List<Path> normal, String file) {
        try {
            Optional<Path> out = program.analyze(capture, normal);
            return out.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Told.read(out.get().resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void rows(Map<String, List<IntervalMatch>> families) {
        int[] all = new int[6];
        families.forEach((family, matches) -> {
            if (matches.isEmpty()) {
                page.row(family, Page.NONE);
                return;
            }
            int[] sums = new int[6];
            for (IntervalMatch m : matches) {
                sums[0] += m.found().size() + m.missed().size();
                sums[1] += m.found().size();
                sums[2] += m.named().size();
                sums[3] += m.pieces();
                sums[4] += m.wrong().size();
                sums[5] = Math.max(sums[5], m.longestMinutes());
            }
            for (int i = 0; i < sums.length; i++) {
                all[i] = i == 5 ? Math.max(all[i], sums[i]) : all[i] + sums[i];
            }
            row(family, sums);
        });
        row("all", all);
    }

    private void row(String name, int[] sums) {
        page.row(
                name,
                sums[0],
                sums[1],
                sums[2],
                sums[1] == 0 ? "" : Page.amount((double) sums[3] / sums[1]),
                sums[5],
                sums[4]);
    }

    private void missed(Map<String, List<IntervalMatch>> families) {
        List<String> lines = families.values().stream()
                .flatMap(List::stream)
                .flatMap(m -> m.missed().stream())
                .map(l -> l.capture() + ": " + l.kind() + " (" + String.join(", ", l.techniques()) + ")")
                .toList();
        page.words("Missed intervals:");
        page.list(lines.isEmpty() ? List.of("none") : lines);
    }

    /** The Modbus captures that are labelled frame by frame. */
    private void lemay() throws IOException {
        page.words("Modbus with 6 RTUs, labelled frame by frame. A frame is found if it lies between the first and last"
                + " packet of an incident.");
        page.head(
                "capture",
                "attack frames",
                "found",
                "quiet frames between",
                "incidents that hold one",
                "incidents that hold none");
        for (String name : List.of("CnC_uploading_exe_modbus_6RTU_with_operate", "moving_two_files_modbus_6RTU")) {
            Path folder = datasets.resolve("modbus-6rtu");
            boolean[] attack = frames(folder.resolve(name + "_labeled.csv"));
            Optional<List<Told>> told = incidents(
                    folder.resolve(name + ".pcap"),
                    List.of(folder.resolve("normal_first280s.pcap")),
                    "incidents.jsonl");
            if (told.isEmpty()) {
                page.row(name, Page.NONE);
                continue;
            }
            boolean[] covered = new boolean[attack.length];
            int right = 0;
            for (Told one : told.get()) {
                boolean holds = false;
                for (long i = Math.max(1, one.firstPacket()); i <= Math.min(attack.length, one.lastPacket()); i++) {
                    covered[(int) i - 1] = true;
                    holds |= attack[(int) i - 1];
                }
                right += holds ? 1 : 0;
            }
            PointScore score = PointScore.of(covered, attack);
            page.row(
                    name,
                    score.truePositives() + score.falseNegatives(),
                    score.truePositives(),
                    score.falsePositives(),
                    right,
                    told.get().size() - right);
        }
    }

    private static boolean[] frames(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        boolean[] frames = new boolean[lines.size()];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = Cells.of(lines.get(i), ';').get(1).equals("1");
        }
        return frames;
    }

    /** All captures without a label are taken for harmless; some are tests of attack tools and are not. */
    void writeUnlabelled() throws IOException {
        page.title("Captures without labels");
        page.words(
                "Taken for harmless, with no baseline. Some were made with attack or test tools, so what is listed is to"
                        + " be looked at, and not all of it is false. Findings of severity high and critical are listed, each with what"
                        + " was found in the packets; NOT EXPLAINED stands where nobody has looked. More is in"
                        + " `docs/benign-findings.md`.");
        Map<String, List<Label>> labelled =
                Label.read(corpus.resolve("labels.tsv")).stream().collect(Collectors.groupingBy(Label::capture));
        List<String> captures;
        try (Stream<Path> all = Files.walk(corpus, 2)) {
            captures = all.map(f -> corpus.relativize(f).toString())
                    .filter(f -> f.matches(".*\\.(pcap|pcapng|pcap\\.gz|pcapng\\.gz)"))
                    .filter(f -> !labelled.containsKey(f))
                    .sorted()
                    .toList();
        }
        int[] counts = new int[4];
        List<String> lines = new ArrayList<>();
        captures.parallelStream().forEachOrdered(capture -> unlabelled(capture, counts, lines));
        page.head("captures", "analyzed", "with an incident", "incidents", "serious findings");
        page.row(captures.size(), counts[0] == 0 ? Page.NONE : counts[0], counts[1], counts[2], counts[3]);
        page.list(lines.isEmpty() ? List.of("none") : lines);
    }

    private void unlabelled(String capture, int[] counts, List<String> lines) {
        Optional<List<Told>> incidents = incidents(corpus.resolve(capture), List.of(), "incidents.jsonl");
        if (incidents.isEmpty()) {
            return;
        }
        counts[0]++;
        counts[1] += incidents.get().isEmpty() ? 0 : 1;
        counts[2] += incidents.get().size();
        Path folder = program.scratch().resolve(capture.replace('/', '-'));
        try {
            Map<String, Long> serious = Told.read(folder.resolve("findings.jsonl")).stream()
                    .filter(Told::serious)
                    .collect(Collectors.groupingBy(
                            f -> f.title() + " (" + String.join(", ", f.detectors()) + ", " + f.severity() + ")",
                            LinkedHashMap::new,
                            Collectors.counting()));
            counts[3] += serious.values().stream().mapToInt(Long::intValue).sum();
            serious.forEach((what, times) ->
                    lines.add(explanations.beside(capture, what) + (times == 1 ? "" : " (" + times + " times)")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
