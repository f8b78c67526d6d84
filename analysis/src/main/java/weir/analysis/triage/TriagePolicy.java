// SPDX-License-Identifier: Apache-2.0
package weir.analysis.triage;

import java.time.Duration;

/**
 * How alerts become incidents.
 *
 * @param incidentsADay how many incidents the operators can look into; never more are opened within 24 hours
 * @param silence a host that was silent for so long begins a new episode
 * @param chapter an episode that goes on is counted afresh after so long, so that a host that is never silent is too
 * @param learning alerts of the first so long only teach what is usual; of them only outliers are told, at its end
 * @param memory what is usual is forgotten by half in so long
 */
public record TriagePolicy(int incidentsADay, Duration silence, Duration chapter, Duration learning, Duration memory) {

    /** What holds unless the operators say otherwise. */
    public static TriagePolicy standard() {
        return new TriagePolicy(10, Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(30));
    }

    /** The same with another number of incidents a day. */
    public TriagePolicy withIncidentsADay(int number) {
        return new TriagePolicy(number, silence, chapter, learning, memory);
    }
}
