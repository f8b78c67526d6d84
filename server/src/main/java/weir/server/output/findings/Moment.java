// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Moments, held as nanoseconds since the epoch, in the ways that formats want them. */
final class Moment {

    private static final int NANOSECOND = 9;
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Moment() {}

    /** Seconds with nine decimals, exact. */
    static BigDecimal seconds(long nanoseconds) {
        return BigDecimal.valueOf(nanoseconds, NANOSECOND);
    }

    /** The reverse of {@link #seconds}: what is finer than a nanosecond is cut, what does not fit is refused. */
    static long nanoseconds(BigDecimal seconds) {
        return seconds.movePointRight(NANOSECOND).setScale(0, RoundingMode.DOWN).longValueExact();
    }

    static long milliseconds(long nanoseconds) {
        return Math.floorDiv(nanoseconds, 1_000_000L);
    }

    /** ISO 8601 (RFC 3339), UTC, six decimals. */
    static String text(long nanoseconds) {
        return MICROSECONDS.format(instant(nanoseconds));
    }

    /** As {@link #text}, with three decimals. */
    static String millisecondText(long nanoseconds) {
        return MILLISECONDS.format(instant(nanoseconds));
    }

    private static Instant instant(long nanoseconds) {
        long second = 1_000_000_000L;
        return Instant.ofEpochSecond(Math.floorDiv(nanoseconds, second), Math.floorMod(nanoseconds, second));
    }
}
