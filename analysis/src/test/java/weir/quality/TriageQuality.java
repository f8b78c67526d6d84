// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import weir.analysis.triage.Triage;
import weir.analysis.triage.TriagePolicy;
import weir.model.Incident;

/** The triage of alerts against the ways in which alerts are usually grouped. */
final class TriageQuality {

    private final Path datasets;
    private final Page page;

    TriageQuality(Path datasets, Page page) {
        this.datasets = datasets;
        this.page = page;
    }

    static List<Incident> run(AlertTable table, TriagePolicy policy) {
        Triage triage = new Triage(policy);
        table.tell(triage);
        return triage.incidents();
    }

    void write() throws IOException {
        page.title("Alert triage");
        page.words(
                "Scenarios of the AIT alert data set, in the order of time, by the standard policy; labels were used for"
                        + " nothing but this table. An incident is right if it holds an alert of the time of an attack step, and"
                        + " then covers that step; purity is the share of alerts of attacks in right incidents. \"Named\" counts only"
                        + " alerts of the rules that the incident names as unusual, which is stricter: much of what goes on during a"
                        + " step is not caused by it. The ranking looks at everything before it chooses, which no product can.");
        page.head(
                "scenario", "scheme", "incidents", "a day", "most in a day", "precision", "purity", "steps", "missed");
        List<Path> files;
        try (Stream<Path> all = Files.list(datasets.resolve("alerts-ait"))) {
            files = all.filter(f -> f.toString().endsWith("_alerts.csv.gz"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            scenario(file);
        }
    }

    private void scenario(Path file) throws IOException {
        String name = file.getFileName().toString().replace("_alerts.csv.gz", "");
        AlertTable table = AlertTable.read(file);
        List<Incident> incidents = run(table, TriagePolicy.standard());
        TriageScore tickets = TriageScore.of(table, TriageScore.grouped(table, r -> r.rule() + "|" + r.host()));
        TriageScore ours = TriageScore.of(table, TriageScore.alerts(table, incidents, false));
        row(name, "same rule and host, 1 h", tickets);
        row(name, "same host, 1 h", TriageScore.of(table, TriageScore.grouped(table, AlertTable.Row::host)));
        row(name, "ranked afterwards, 10 a day", TriageScore.of(table, TriageScore.ranked(table, 10)));
        row(name, "Weir", ours);
        row(name, "Weir, named", TriageScore.of(table, TriageScore.alerts(table, incidents, true)));
        page.row(
                name,
                "fewer tickets than same rule and host",
                Page.share(1 - (double) ours.incidents() / tickets.incidents()),
                "",
                "",
                "",
                "",
                "",
                "");
    }

    private void row(String name, String scheme, TriageScore score) {
        page.row(
                name,
                scheme,
                score.incidents(),
                Page.amount(score.aDay()),
                score.mostADay(),
                Page.share(score.precision()),
                Page.share(score.purity()),
                score.steps().size() + " of "
                        + (score.steps().size() + score.missed().size()),
                String.join(", ", score.missed()));
    }
}
