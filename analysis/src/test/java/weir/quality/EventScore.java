// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * Attack by attack: whether an alarm touched it, and how long after its beginning.
 *
 * @param events attacks
 * @param found attacks that hold an alarmed sample
 * @param delays samples from the beginning of each found attack to its first alarm
 * @param falseAlarms runs of alarms that touch no attack
 */
record EventScore(int events, int found, List<Long> delays, int falseAlarms) {

    /** @param gap alarms with at most so many quiet samples between them are one */
    static EventScore of(boolean[] alarm, boolean[] attack, int gap) {
        List<Span> attacks = Span.of(attack);
        List<Long> delays = new ArrayList<>();
        for (Span span : attacks) {
            for (int i = (int) span.from(); i < span.to(); i++) {
                if (alarm[i]) {
                    delays.add(i - span.from());
                    break;
                }
            }
        }
        long wrong = Span.merged(alarm, gap).stream()
                .filter(run -> attacks.stream().noneMatch(a -> a.overlap(run) > 0))
                .count();
        return new EventScore(attacks.size(), delays.size(), List.copyOf(delays), (int) wrong);
    }

    EventScore plus(EventScore other) {
        List<Long> all = new ArrayList<>(delays);
        all.addAll(other.delays);
        return new EventScore(
                events + other.events, found + other.found, List.copyOf(all), falseAlarms + other.falseAlarms);
    }

    /** The middle delay, the later of two; -1 where nothing was found. */
    long medianDelay() {
        return delays.isEmpty() ? -1 : delays.stream().sorted().toList().get(delays.size() / 2);
    }
}
