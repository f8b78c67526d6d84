// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Points in time as logs write them, to nanoseconds since the epoch; -1 where a text is none. */
final class Moments {

    static final long NONE = -1;
    private static final long SECOND = 1_000_000_000L;
    private static final long LATEST_SECOND = Long.MAX_VALUE / SECOND - 1;

    private Moments() {}

    /** Either of the two below. */
    static long of(String text) {
        if (text.indexOf('-') == 4) {
            return iso(text);
        }
        long time = epoch(text);
        return time < EARLIEST_SECOND * SECOND ? NONE : time;
    }

    /** In 1973: what is less is a year or a count and no time. */
    private static final long EARLIEST_SECOND = 100_000_000;

    /** Seconds since the epoch, with or without a fraction: {@code 1591367999.305988}. */
    static long epoch(String text) {
        int point = text.indexOf('.');
        int end = point < 0 ? text.length() : point;
        long seconds = digits(text, 0, end);
        if (seconds < 0 || seconds > LATEST_SECOND) {
            return NONE;
        }
        return seconds * SECOND + (point < 0 ? 0 : fraction(text, point + 1, text.length()));
    }

    /** ISO 8601 with a zone: {@code 2022-01-21T00:02:32.000+0000}, {@code ...Z}, {@code ...+02:00}; none is UTC. */
    static long iso(String text) {
        if (text.length() < 19 || text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(13) != ':') {
            return NONE;
        }
        int zone = 19;
        long nanos = 0;
        if (zone < text.length() && text.charAt(zone) == '.') {
            do {
                zone++;
            } while (zone < text.length() && Character.isDigit(text.charAt(zone)));
            nanos = fraction(text, 20, zone);
        }
        long day = day(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        long hour = digits(text, 11, 13);
        long minute = digits(text, 14, 16);
        long second = digits(text, 17, 19);
        if (day < 0 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return NONE;
        }
        long seconds = day * 86_400 + hour * 3_600 + minute * 60 + second - offset(text, zone);
        return seconds < 0 || seconds > LATEST_SECOND ? NONE : seconds * SECOND + nanos;
    }

    private static long day(long year, long month, long day) {
        if (year < 1970 || year > 2261) {
            return NONE;
        }
        try {
            return LocalDate.of((int) year, (int) month, (int) day).toEpochDay();
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    /** Seconds that a zone is ahead of UTC. */
    private static long offset(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '+' && text.charAt(at) != '-' || at + 5 > text.length()) {
            return 0;
        }
        int minutes = text.charAt(at + 3) == ':' ? at + 4 : at + 3;
        long hours = digits(text, at + 1, at + 3);
        long rest = minutes + 2 > text.length() ? 0 : digits(text, minutes, minutes + 2);
        if (hours < 0 || hours > 14 || rest < 0 || rest > 59) {
            return 0;
        }
        return (hours * 3_600 + rest * 60) * (text.charAt(at) == '+' ? 1 : -1);
    }

    private static long fraction(String text, int from, int to) {
        int end = Math.min(to, from + 9);
        long value = digits(text, from, end);
        for (int i = end - from; i < 9; i++) {
            value *= 10;
        }
        return Math.max(0, value);
    }

    private static long digits(String text, int from, int to) {
        if (to <= from || to - from > 18) {
            return NONE;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return NONE;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }
}
