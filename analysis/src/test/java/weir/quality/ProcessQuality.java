// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Process data: learnt from normal operation alone, judged by the threshold that follows from it. */
final class ProcessQuality {

    private final Path datasets;
    private final Program program;
    private final Page page;

    ProcessQuality(Path datasets, Program program, Page page) {
        this.datasets = datasets;
        this.program = program;
        this.page = page;
    }

    void write() throws IOException {
        page.title("Process data");
        page.words(
                "`weir process learn` on normal operation, then `weir process judge`. NAB is learnt from the first 15 % of each series, of which the first"
                        + " window of the machine temperature is a part. No labelled attack or fault was"
                        + " used for a model or a threshold. F1, precision and recall are sample by sample and nothing is"
                        + " adjusted. eTaP and eTaR with theta_p " + Etapr.THETA_P + ", theta_r " + Etapr.THETA_R
                        + ". VUS-PR with buffers up to 48 samples (BATADAL) and 100 (SKAB, NAB), in ten steps. A false alarm is a run"
                        + " of alarms that touches no attack; runs at most 6 samples apart (BATADAL), 30 (SKAB), 12 (NAB) are one.");
        page.head(
                "data",
                "F1",
                "precision",
                "recall",
                "eTaP",
                "eTaR",
                "VUS-PR",
                "events found",
                "false alarms",
                "a day",
                "median delay");
        batadal();
        skab();
        nab();
        page.words("Tennessee Eastman: learnt from `d00.dat`, faults begin at row 161 of each file. Detection rate is"
                + " recall over the faulty rows; before is the share of alarms in the 160 rows before the fault.");
        page.head("file", "detection rate", "before", "delay (minutes)");
        tep();
        quiet();
        new WearQuality(datasets, program, page).write();
        new RowQuality(datasets, program, page).write();
    }

    private void batadal() throws IOException {
        Path file = datasets.resolve("batadal/dataset04_attacks.csv");
        boolean[] attack = labels(file, ',', "ATT_FLAG");
        List<String> form = List.of("--ignore", "ATT_FLAG");
        Optional<Judged> judged = Judged.run(
                program, datasets.resolve("batadal/dataset03_normal.csv"), form, file, List.of(), attack.length);
        if (judged.isEmpty()) {
            page.row("BATADAL dataset04", Page.NONE);
            return;
        }
        boolean[] alarm = judged.get().alarm();
        BatadalScore s = BatadalScore.of(alarm, attack);
        row(
                "BATADAL dataset04, S " + Page.share(s.s()),
                PointScore.of(alarm, attack),
                Etapr.of(alarm, attack),
                VusPr.of(judged.get().score(), attack, 48),
                EventScore.of(alarm, attack, 6),
                attack.length / 24.0,
                " h");
    }

    private void skab() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(datasets.resolve("skab"))) {
            files = all.filter(f -> f.getFileName().toString().startsWith("valve"))
                    .sorted()
                    .toList();
        }
        PointScore points = new PointScore(0, 0, 0, 0);
        EventScore events = new EventScore(0, 0, List.of(), 0);
        List<Double> precision = new ArrayList<>();
        List<Double> recall = new ArrayList<>();
        double area = 0;
        double samples = 0;
        int missing = 0;
        for (Path file : files) {
            boolean[] all = labels(file, ';', "anomaly");
            Optional<Judged> judged = Judged.run(
                    program,
                    file,
                    List.of("--rows", "1-400", "--ignore", "anomaly", "--ignore", "changepoint"),
                    file,
                    List.of(),
                    all.length);
            if (judged.isEmpty()) {
                missing++;
                continue;
            }
            boolean[] fault = Arrays.copyOfRange(all, 400, all.length);
            Judged rest = judged.get().from(400);
            points = points.plus(PointScore.of(rest.alarm(), fault));
            events = events.plus(EventScore.of(rest.alarm(), fault, 30));
            Etapr etapr = Etapr.of(rest.alarm(), fault);
            precision.add(etapr.precision());
            recall.add(etapr.recall());
            area += VusPr.of(rest.score(), fault, 100);
            samples += fault.length;
        }
        if (recall.isEmpty()) {
            page.row("SKAB valve1", Page.NONE);
            return;
        }
        String name = "SKAB valve1, rows from 401, false alarm rate " + Page.share(points.falseAlarmRate())
                + (missing == 0 ? "" : ", " + missing + " files " + Page.NONE);
        row(
                name,
                points,
                new Etapr(mean(precision), mean(recall)),
                area / recall.size(),
                events,
                samples / 86_400,
                " s");
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private void row(String name, PointScore p, Etapr e, double area, EventScore events, double days, String unit) {
        page.row(
                name,
                Page.share(p.f1()),
                Page.share(p.precision()),
                Page.share(p.recall()),
                Page.share(e.precision()),
                Page.share(e.recall()),
                Page.share(area),
                events.found() + " of " + events.events(),
                events.falseAlarms(),
                Page.amount(events.falseAlarms() / days),
                events.found() == 0 ? "" : events.medianDelay() + unit);
    }

    /** The run of the pump stand in which nothing happens: whatever alarms is false. */
    private void quiet() throws IOException {
        page.words("SKAB without any anomaly, 9 405 rows: false alarms on all that follows the rows learnt.");
        page.head("learnt", "judged", "false alarm rate", "false alarms");
        Path file = datasets.resolve("skab/anomaly-free.csv");
        int rows = Files.readAllLines(file).size() - 1;
        for (int learnt : List.of(400, 1500, 4000)) {
            Optional<Judged> judged =
                    Judged.run(program, file, List.of("--rows", "1-" + learnt), file, List.of(), rows);
            if (judged.isEmpty()) {
                page.row(learnt, Page.NONE, "", "");
                continue;
            }
            boolean[] alarm = judged.get().from(learnt).alarm();
            boolean[] none = new boolean[alarm.length];
            page.row(
                    learnt,
                    alarm.length,
                    Page.share(PointScore.of(alarm, none).falseAlarmRate()),
                    EventScore.of(alarm, none, 30).falseAlarms());
        }
    }

    /** Single series: the first 15 % are taken for normal, as the benchmark does; the windows are labels. */
    private void nab() throws IOException {
        Map<String, Object> windows = Json.object(Files.readString(datasets.resolve("nab/combined_windows.json")));
        for (String series : List.of("machine_temperature_system_failure", "ambient_temperature_system_failure")) {
            Path file = datasets.resolve("nab/" + series + ".csv");
            List<String> lines = Files.readAllLines(file);
            boolean[] fault = new boolean[lines.size() - 1];
            for (int i = 0; i < fault.length; i++) {
                String time = Cells.of(lines.get(i + 1), ',').getFirst();
                fault[i] = windows.get("realKnownCause/" + series + ".csv") instanceof List<?> all
                        && all.stream().anyMatch(w -> within(time, w));
            }
            int normal = fault.length * 15 / 100;
            Optional<Judged> judged =
                    Judged.run(program, file, List.of("--rows", "1-" + normal), file, List.of(), fault.length);
            if (judged.isEmpty()) {
                page.row("NAB " + series, Page.NONE, "", "", "", "", "", "", "", "", "");
                continue;
            }
            Judged rest = judged.get().from(normal);
            boolean[] labels = Arrays.copyOfRange(fault, normal, fault.length);
            double days = (series.startsWith("machine") ? 5 : 60) * labels.length / 1440.0;
            row(
                    "NAB " + series,
                    PointScore.of(rest.alarm(), labels),
                    Etapr.of(rest.alarm(), labels),
                    VusPr.of(rest.score(), labels, 100),
                    EventScore.of(rest.alarm(), labels, 12),
                    days,
                    " samples");
        }
    }

    private static boolean within(String time, Object window) {
        return window instanceof List<?> ends
                && time.compareTo(String.valueOf(ends.getFirst())) >= 0
                && time.compareTo(String.valueOf(ends.getLast()).substring(0, time.length())) <= 0;
    }

    private void tep() throws IOException {
        List<String> form = List.of("--time", "none", "--period", "180", "--no-header");
        List<String> learning =
                Stream.concat(form.stream(), Stream.of("--transposed")).toList();
        List<Path> files;
        try (Stream<Path> all = Files.list(datasets.resolve("tep"))) {
            files = all.filter(f -> f.toString().endsWith("_te.dat")).sorted().toList();
        }
        PointScore sum = new PointScore(0, 0, 0, 0);
        for (Path file : files) {
            String name = file.getFileName().toString();
            Optional<Judged> judged = Judged.run(program, datasets.resolve("tep/d00.dat"), learning, file, form, 960);
            if (judged.isEmpty()) {
                page.row(name, Page.NONE);
                continue;
            }
            boolean[] fault = new boolean[960];
            Arrays.fill(fault, name.startsWith("d00") ? 960 : 160, 960, true);
            PointScore score = PointScore.of(judged.get().alarm(), fault);
            EventScore event = EventScore.of(judged.get().alarm(), fault, 0);
            boolean normal = name.startsWith("d00");
            sum = normal ? sum : sum.plus(score);
            page.row(
                    name,
                    normal ? "" : Page.share(score.recall()),
                    Page.share(score.falseAlarmRate()),
                    normal || event.found() == 0 ? "" : 3 * event.medianDelay());
        }
        if (sum.truePositives() + sum.falseNegatives() > 0) {
            page.row("all faults", Page.share(sum.recall()), Page.share(sum.falseAlarmRate()), "");
        }
    }

    static boolean[] labels(Path file, char separator, String column) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int place = Cells.of(lines.getFirst(), separator).indexOf(column);
        List<String> rows = lines.stream().skip(1).filter(l -> !l.isBlank()).toList();
        boolean[] labels = new boolean[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = Double.parseDouble(Cells.of(rows.get(i), separator).get(place)) == 1;
        }
        return labels;
    }
}
