// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import weir.server.historian.Separator;
import weir.server.historian.TableForm;

/** How an export of a historian is written, as far as it cannot be seen. */
final class TableOptions {

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            description = "Name or number (from 1) of the column of the time; found if not given. 'none' for a table"
                    + " without a time: then rows are named by their number.")
    private @Nullable String time;

    @Option(
            names = "--time-format",
            paramLabel = "PATTERN",
            converter = Pattern.class,
            description = "How the time is written, as in dd/MM/yyyy HH:mm:ss; found if not given.")
    private @Nullable DateTimeFormatter timeFormat;

    @Option(names = "--period", paramLabel = "SECONDS", description = "From row to row, with --time none.")
    private double period;

    @Option(
            names = "--separator",
            paramLabel = "SIGN",
            converter = Sign.class,
            description = "Between cells: , ; | tab or space; found if not given.")
    private @Nullable Separator separator;

    @Option(
            names = "--decimal",
            paramLabel = "SIGN",
            converter = Decimal.class,
            description = "The decimal sign: . or , ; found if not given.")
    private @Nullable Character decimal;

    @Option(names = "--no-header", description = "The first line has values, not names.")
    private boolean noHeader;

    @Option(names = "--transposed", description = "A line for each variable, a column for each time.")
    private boolean transposed;

    @Option(
            names = "--ignore",
            paramLabel = "COL",
            split = ",",
            description = "Columns to leave out, by name or number: labels, texts. May be given several times.")
    private List<String> ignored = new ArrayList<>();

    /** Whether there is no time, and nothing that says how far apart the rows are. */
    boolean lacksPeriod() {
        return "none".equals(time) && !(period > 0);
    }

    /** @param usualPeriod of rows without a time, if none is given */
    TableForm form(double usualPeriod) {
        return form(usualPeriod, null);
    }

    /** @param machine the column that tells machines apart */
    TableForm form(double usualPeriod, @Nullable String machine) {
        return new TableForm(
                separator,
                decimal == null ? null : decimal == ',',
                noHeader ? Boolean.FALSE : null,
                transposed,
                time,
                timeFormat,
                period > 0 ? period : usualPeriod,
                new LinkedHashSet<>(ignored),
                machine);
    }

    /** Reads a separator. */
    static final class Sign implements ITypeConverter<Separator> {
        @Override
        public Separator convert(String value) {
            return switch (value) {
                case "," -> Separator.COMMA;
                case ";" -> Separator.SEMICOLON;
                case "|" -> Separator.BAR;
                case "tab", "\t" -> Separator.TAB;
                case "space", " " -> Separator.SPACE;
                default -> throw new TypeConversionException("'" + value + "' is none of: , ; | tab space");
            };
        }
    }

    /** Reads a decimal sign. */
    static final class Decimal implements ITypeConverter<Character> {
        @Override
        public Character convert(String value) {
            return switch (value) {
                case ",", "." -> value.charAt(0);
                default -> throw new TypeConversionException("'" + value + "' is neither . nor ,");
            };
        }
    }

    /** Reads a pattern of times. */
    static final class Pattern implements ITypeConverter<DateTimeFormatter> {
        @Override
        public DateTimeFormatter convert(String value) {
            try {
                return DateTimeFormatter.ofPattern(value, Locale.ENGLISH);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + value + "' is no form of a time: " + e.getMessage());
            }
        }
    }
}
