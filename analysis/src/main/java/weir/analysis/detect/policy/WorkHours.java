// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Hours at which engineering is expected.
 *
 * @param zone of the times
 * @param days on which they hold
 * @param from first moment of the day
 * @param until first moment after; before {@code from} it is on the next day
 */
public record WorkHours(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime until) {

    public WorkHours {
        days = Set.copyOf(days);
    }

    /** @param time nanoseconds since the epoch */
    boolean hold(long time) {
        ZonedDateTime at = Instant.ofEpochSecond(time / 1_000_000_000L).atZone(zone);
        LocalTime clock = at.toLocalTime();
        if (from.isBefore(until)) {
            return days.contains(at.getDayOfWeek()) && !clock.isBefore(from) && clock.isBefore(until);
        }
        return !clock.isBefore(from) && days.contains(at.getDayOfWeek())
                || clock.isBefore(until) && days.contains(at.getDayOfWeek().minus(1));
    }
}
