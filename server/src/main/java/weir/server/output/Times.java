// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments as text: ISO 8601, UTC, microseconds. */
public final class Times {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private long second = Long.MIN_VALUE;
    private String prefix = "";

    /** @param nanoseconds since the epoch */
    public String text(long nanoseconds) {
        long seconds = Math.floorDiv(nanoseconds, 1_000_000_000L);
        if (seconds != second) {
            second = seconds;
            prefix = SECONDS.format(Instant.ofEpochSecond(seconds));
        }
        long micros = Math.floorMod(nanoseconds, 1_000_000_000L) / 1000;
        String digits = Long.toString(micros + 1_000_000);
        return prefix + "." + digits.substring(1) + "Z";
    }
}
