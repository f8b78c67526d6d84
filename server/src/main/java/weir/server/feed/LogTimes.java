// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Moments as logs write them, in nanoseconds since the epoch; {@link #NONE} where there is none.
 *
 * <pre>
 * 2026-11-23T07:04:46.123Z   2026-11-23 07:04:46,123+0100   2026/11/23 07:04:46      (RFC 3339 and kin)
 * Nov 23 07:04:46   Nov 23 2026 07:04:46   2026 Nov 23 07:04:46                       (RFC 3164 and kin)
 * 1795417486.123456   1795417486123                                 (seconds and milliseconds since the epoch)
 * </pre>
 */
final class LogTimes {

    static final long NONE = Long.MIN_VALUE;
    static final long SECOND = 1_000_000_000L;

    /** Years whose nanoseconds fit. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2261;
    /** A line much earlier in the year than the one before it is of the next year. */
    private static final int MONTHS_BACK = 6;

    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/](\\d\\d)[-/](\\d\\d)[T ](\\d\\d):(\\d\\d):(\\d\\d)"
            + "(?:[.,](\\d{1,9})\\d{0,9})?+ ?(Z|UTC|[+-]\\d\\d:?\\d\\d)?+");
    private static final Pattern OLD =
            Pattern.compile("(?:(\\d{4}) )?+([A-Z][a-z][a-z]) {1,2}(\\d{1,2}) (?:(\\d{4}) )?+"
                    + "(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9}))?+(?: ([A-Z]{3,4})(?=:? |$))?+");
    private static final Pattern EPOCH = Pattern.compile("(\\d{1,10})(?:\\.(\\d{1,9})\\d{0,9})?+");
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private final ZoneId zone;
    private final @Nullable InstantSource received;
    private int year;
    private int month;

    LogTimes(LogOptions options) {
        zone = options.zone();
        year = options.year();
        received = options.received();
    }

    /** A moment that begins a text. */
    record Read(long time, int length) {
        static final Read NOTHING = new Read(NONE, 0);
    }

    /** All of a text as a moment, in any of the ways. */
    long of(String text) {
        Read read = begins(text);
        if (read.time() != NONE) {
            return read.time();
        }
        long seconds = seconds(text);
        return seconds == NONE ? milliseconds(text) : seconds;
    }

    private static long milliseconds(String text) {
        long read = text.length() < 11 ? 0 : Texts.number(text, 9_000_000_000_000L);
        return read == 0 ? NONE : read * (SECOND / 1000);
    }

    Read begins(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.lookingAt()) {
            return new Read(iso(iso), iso.end());
        }
        Matcher old = OLD.matcher(text);
        return old.lookingAt() ? new Read(old(old), old.end()) : Read.NOTHING;
    }

    private long iso(Matcher m) {
        String offset = m.group(8);
        int[] parts = new int[6];
        for (int i = 0; i < 6; i++) {
            parts[i] = Integer.parseInt(m.group(i + 1));
        }
        return moment(parts, fraction(m.group(7)), offset == null ? zone : zone(offset));
    }

    private long old(Matcher m) {
        int at = MONTHS.indexOf(m.group(2));
        if (at < 0 || at % 3 != 0) {
            return NONE;
        }
        String written = m.group(1) == null ? m.group(4) : m.group(1);
        int thisMonth = at / 3 + 1;
        if (written == null) {
            year = received == null
                    ? following(thisMonth)
                    : nearest(thisMonth, received.instant().atZone(zone));
            month = thisMonth;
        }
        int[] parts = {
            written == null ? year : Integer.parseInt(written),
            thisMonth,
            Integer.parseInt(m.group(3)),
            Integer.parseInt(m.group(5)),
            Integer.parseInt(m.group(6)),
            Integer.parseInt(m.group(7))
        };
        return moment(
                parts,
                fraction(m.group(8)),
                "UTC".equals(m.group(9)) || "GMT".equals(m.group(9)) ? ZoneOffset.UTC : zone);
    }

    private int following(int thisMonth) {
        return thisMonth < month - MONTHS_BACK ? year + 1 : year;
    }

    private static int nearest(int thisMonth, ZonedDateTime now) {
        int ahead = thisMonth - now.getMonthValue();
        return now.getYear() + (ahead > MONTHS_BACK ? -1 : ahead < -MONTHS_BACK ? 1 : 0);
    }

    /** A leap second is the second after it. */
    private static long moment(int[] p, long fraction, ZoneId zone) {
        if (p[0] < FIRST_YEAR || p[0] > LAST_YEAR) {
            return NONE;
        }
        boolean leap = p[5] == 60;
        try {
            long seconds = LocalDateTime.of(p[0], p[1], p[2], p[3], p[4], leap ? 59 : p[5])
                    .atZone(zone)
                    .toEpochSecond();
            return (seconds + (leap ? 1 : 0)) * SECOND + fraction;
        } catch (DateTimeException noSuchDay) {
            return NONE;
        }
    }

    private ZoneId zone(String offset) {
        if (offset.startsWith("Z") || offset.startsWith("U")) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneOffset.of(offset);
        } catch (DateTimeException noSuchZone) {
            return zone;
        }
    }

    /** Seconds since the epoch, with a fraction or not. */
    static long seconds(String text) {
        Matcher m = EPOCH.matcher(text);
        if (!m.matches()) {
            return NONE;
        }
        long seconds = Long.parseLong(m.group(1));
        return seconds > 9_000_000_000L ? NONE : seconds * SECOND + fraction(m.group(2));
    }

    /** A length of time in seconds, in nanoseconds; 0 where there is none. */
    static long duration(String seconds) {
        long read = seconds(seconds);
        return read == NONE ? 0 : read;
    }

    private static long fraction(@Nullable String digits) {
        if (digits == null) {
            return 0;
        }
        return Long.parseLong((digits + "000000000").substring(0, 9));
    }
}
