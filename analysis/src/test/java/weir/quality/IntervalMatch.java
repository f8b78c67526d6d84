// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Incidents against labelled intervals of one capture, by time: an incident belongs to every interval it overlaps, and
 * is false where it overlaps none. Aftermath belongs to an attack for {@link #GRACE} seconds.
 *
 * @param found intervals that an incident belongs to
 * @param missed the others
 * @param named found intervals of which an incident has a labelled technique
 * @param pieces incidents that belong to an interval
 * @param longestMinutes how long the longest of those lasts
 * @param wrong incidents that belong to none
 */
record IntervalMatch(
        List<Label> found, List<Label> missed, List<Label> named, int pieces, int longestMinutes, List<Told> wrong) {

    static final double GRACE = 60;

    static IntervalMatch of(List<Label> labels, List<Told> incidents) {
        List<Label> attacks =
                labels.stream().filter(l -> !l.benign() && !l.invisible()).toList();
        List<Label> all = labels.stream().filter(l -> !l.benign()).toList();
        Set<Told> right = incidents.stream()
                .filter(i -> all.stream().anyMatch(l -> meet(l, i)))
                .collect(Collectors.toSet());
        return new IntervalMatch(
                attacks.stream()
                        .filter(l -> incidents.stream().anyMatch(i -> meet(l, i)))
                        .toList(),
                attacks.stream()
                        .filter(l -> incidents.stream().noneMatch(i -> meet(l, i)))
                        .toList(),
                attacks.stream()
                        .filter(l -> incidents.stream().anyMatch(i -> meet(l, i) && shares(l, i)))
                        .toList(),
                right.size(),
                (int) right.stream()
                        .mapToDouble(i -> (i.end() - i.start()) / 60)
                        .max()
                        .orElse(0),
                incidents.stream().filter(i -> !right.contains(i)).toList());
    }

    private static boolean meet(Label label, Told incident) {
        return incident.start() <= label.end() + GRACE && incident.end() >= label.start() - 1;
    }

    private static boolean shares(Label label, Told incident) {
        return label.techniques().stream().anyMatch(incident.techniques()::contains);
    }
}
