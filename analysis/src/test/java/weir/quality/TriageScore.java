// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import weir.model.Finding;
import weir.model.Incident;

/**
 * How good incidents made of labelled alerts are.
 *
 * @param incidents how many were opened
 * @param mostADay the most that begin within 24 hours of another's beginning
 * @param aDay how many a day on average
 * @param precision share of incidents that hold an alert of an attack step
 * @param purity among those, mean share of alerts that belong to an attack
 * @param steps attack steps, by time, of which an incident holds an alert
 * @param missed attack steps of which none does
 * @param causes attack steps, by the event that caused an alert, of which an incident holds one
 */
record TriageScore(
        int incidents,
        int mostADay,
        double aDay,
        double precision,
        double purity,
        Set<String> steps,
        Set<String> missed,
        Set<String> causes) {

    private static final long HOUR = 3600;

    /** Scores groups of alerts. */
    static TriageScore of(AlertTable table, List<List<AlertTable.Row>> groups) {
        Set<String> steps = new TreeSet<>();
        Set<String> causes = new TreeSet<>();
        Set<String> missed = new TreeSet<>();
        table.rows().stream().filter(AlertTable.Row::attack).forEach(r -> missed.add(r.timeStep()));
        int good = 0;
        double purity = 0;
        for (List<AlertTable.Row> group : groups) {
            long attack = group.stream().filter(AlertTable.Row::attack).count();
            good += attack > 0 ? 1 : 0;
            purity += (double) attack / group.size();
            group.stream().filter(AlertTable.Row::attack).forEach(r -> steps.add(r.timeStep()));
            group.stream().filter(r -> !r.eventStep().isEmpty()).forEach(r -> causes.add(r.eventStep()));
        }
        missed.removeAll(steps);
        return new TriageScore(
                groups.size(),
                mostADay(groups),
                groups.size() / table.days(),
                groups.isEmpty() ? 0 : (double) good / groups.size(),
                good == 0 ? 0 : purity / good,
                steps,
                missed,
                causes);
    }

    private static int mostADay(List<List<AlertTable.Row>> groups) {
        long[] starts =
                groups.stream().mapToLong(g -> g.getFirst().time()).sorted().toArray();
        int most = 0;
        int from = 0;
        for (int to = 0; to < starts.length; to++) {
            while (starts[to] - starts[from] >= 24 * HOUR) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    /**
     * The alerts that each incident's findings are made of: those of the finding's host within its time.
     *
     * @param named only those of the rules that it names as unusual
     */
    static List<List<AlertTable.Row>> alerts(AlertTable table, List<Incident> incidents, boolean named) {
        List<List<AlertTable.Row>> groups = new ArrayList<>();
        for (Incident incident : incidents) {
            List<AlertTable.Row> group = new ArrayList<>();
            for (AlertTable.Row row : table.rows()) {
                boolean told = incident.findings().stream()
                        .anyMatch(f -> holds(f, row)
                                && (!named || List.of(f.about().split("; ")).contains(row.rule())));
                if (told) {
                    group.add(row);
                }
            }
            groups.add(group);
        }
        return groups;
    }

    private static boolean holds(Finding finding, AlertTable.Row row) {
        long time = row.time() * 1_000_000_000L;
        return time >= finding.start()
                && time <= finding.end()
                && finding.target().address().toString().equals(row.address());
    }

    /** Alerts with the same key and no hour of silence between them are one ticket. */
    static List<List<AlertTable.Row>> grouped(AlertTable table, Function<AlertTable.Row, String> key) {
        Map<String, List<AlertTable.Row>> open = new HashMap<>();
        List<List<AlertTable.Row>> groups = new ArrayList<>();
        for (AlertTable.Row row : table.rows()) {
            List<AlertTable.Row> group = open.get(key.apply(row));
            if (group == null || row.time() - group.getLast().time() > HOUR) {
                group = new ArrayList<>();
                open.put(key.apply(row), group);
                groups.add(group);
            }
            group.add(row);
        }
        return groups;
    }

    /**
     * The ranking to be compared with: incidents of a host, after day one, the so many a day that have the highest sum
     * over rules of log(count / expected from day one). It ranks when all is over, which no product can.
     */
    static List<List<AlertTable.Row>> ranked(AlertTable table, int aDay) {
        long second = table.rows().getFirst().time() + 24 * HOUR;
        List<List<AlertTable.Row>> all = grouped(table, AlertTable.Row::host);
        long before = Math.max(
                1, all.stream().filter(g -> g.getFirst().time() < second).count());
        Map<String, Long> first =
                counts(table.rows().stream().filter(r -> r.time() < second).toList());
        record Ranked(double score, List<AlertTable.Row> group) {}
        List<Ranked> ranked = new ArrayList<>();
        for (List<AlertTable.Row> group : all) {
            double score = 0;
            for (Map.Entry<String, Long> rule : counts(group).entrySet()) {
                double expected = (first.getOrDefault(rule.getKey(), 0L) + 0.5) / before;
                score += Math.max(0, Math.log(rule.getValue() / expected));
            }
            ranked.add(new Ranked(score, group));
        }
        return ranked.stream()
                .filter(r -> r.group().getFirst().time() >= second)
                .sorted(Comparator.comparingDouble(Ranked::score).reversed())
                .limit((long) (aDay * (table.days() - 1)))
                .map(Ranked::group)
                .toList();
    }

    private static Map<String, Long> counts(List<AlertTable.Row> rows) {
        Map<String, Long> counts = new LinkedHashMap<>();
        rows.forEach(r -> counts.merge(r.rule(), 1L, Long::sum));
        return counts;
    }
}
