// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What lines leave out.
 *
 * @param year of the first line whose time has none (RFC 3164); a later line whose month is much lower begins the next
 * @param zone of times that name none
 * @param received tells when lines are received that come as they are written: the year then is that nearest to it;
 *     null where the lines are of a file
 */
public record LogOptions(int year, ZoneId zone, @Nullable InstantSource received) {

    public LogOptions(int year, ZoneId zone) {
        this(year, zone, null);
    }

    /** Of lines that come as they are written. */
    public LogOptions(ZoneId zone, InstantSource received) {
        this(received.instant().atZone(zone).getYear(), zone, received);
    }
}
