// SPDX-License-Identifier: Apache-2.0
package weir.server.historian;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the time is written.
 *
 * @param pattern null if it is a number: seconds, or milli-, micro- or nanoseconds if it is that great
 */
record TimeForm(@Nullable DateTimeFormatter pattern) {

    static final TimeForm NUMBER = new TimeForm(null);

    private static final List<DateTimeFormatter> KNOWN = Stream.concat(
                    Stream.of(
                                    "uuuu-M-d",
                                    "uuuu/M/d",
                                    "uuuu.M.d",
                                    "d.M.uu",
                                    "d.M.uuuu",
                                    "d/M/uu",
                                    "d/M/uuuu",
                                    "M/d/uu",
                                    "M/d/uuuu",
                                    "d-M-uuuu",
                                    "M-d-uuuu",
                                    "d-MMM-uuuu",
                                    "d-MMM-uu")
                            .flatMap(date -> Stream.of(with(date, clock()), with(date + "[ h[:mm][:ss] a]"))),
                    Stream.of(with("uuuuMMdd['T'][' ']HHmmss[.SSS][X]"), with("uuuuMMdd")))
            .toList();

    /** The hours of a day, down to whatever is written, and the distance from UTC if it is. */
    private static DateTimeFormatter clock() {
        return new DateTimeFormatterBuilder()
                .appendPattern("['T'][' ']HH[:mm[:ss")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .optionalStart()
                .appendLiteral(',')
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, false)
                .optionalEnd()
                .appendPattern("]][' '][XXX][X]")
                .toFormatter(Locale.ROOT);
    }

    private static DateTimeFormatter with(String date, DateTimeFormatter time) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(date)
                .appendOptional(time)
                .toFormatter(Locale.ENGLISH);
    }

    private static DateTimeFormatter with(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH);
    }

    /** The form that all the times have; of several the one that makes the most even steps; null if there is none. */
    static @Nullable TimeForm of(List<String> times) {
        return Stream.concat(Stream.of(NUMBER), KNOWN.stream().map(TimeForm::new))
                .filter(form -> times.stream().noneMatch(t -> Double.isNaN(form.seconds(t))))
                .min(Comparator.comparingDouble(form -> form.unevenness(times)))
                .orElse(null);
    }

    private double unevenness(List<String> times) {
        double[] steps = new double[Math.max(0, times.size() - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = seconds(times.get(i + 1)) - seconds(times.get(i));
        }
        double[] sorted = steps.clone();
        Arrays.sort(sorted);
        double usual = Math.max(1e-9, sorted.length == 0 ? 0 : sorted[sorted.length / 2]);
        return Arrays.stream(steps)
                .map(step -> step < 0 ? 1 : Math.min(1, Math.abs(step - usual) / usual))
                .sum();
    }

    /** Seconds from anywhen; NaN if the text is no such time. */
    double seconds(String text) {
        if (pattern == null) {
            double value = Numbers.value(text, false);
            return Double.isFinite(value) ? scaled(value) : Double.NaN;
        }
        try {
            return seconds(pattern.parse(text));
        } catch (DateTimeParseException other) {
            return Double.NaN;
        }
    }

    /** In our century seconds since 1970 have ten digits, and their thousandths three more. */
    private static double scaled(double value) {
        double unit = 1;
        while (Math.abs(value) / unit > 1e11) {
            unit *= 1000;
        }
        return value / unit;
    }

    private static double seconds(TemporalAccessor parsed) {
        LocalDate date = parsed.query(TemporalQueries.localDate());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        ZoneOffset offset = parsed.query(TemporalQueries.offset());
        Instant at = LocalDateTime.of(date == null ? LocalDate.EPOCH : date, time == null ? LocalTime.MIDNIGHT : time)
                .toInstant(offset == null ? ZoneOffset.UTC : offset);
        return at.getEpochSecond() + at.getNano() * 1e-9;
    }
}
