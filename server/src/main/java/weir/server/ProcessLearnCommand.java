// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import weir.analysis.variables.ColumnKind;
import weir.analysis.variables.History;
import weir.analysis.variables.Learner;
import weir.analysis.variables.ModelState;
import weir.analysis.variables.ProcessModel;
import weir.analysis.variables.ProcessSettings;
import weir.analysis.variables.UnfitHistory;
import weir.server.historian.Table;

/** Learns a process from normal operation. */
@Command(
        name = "learn",
        mixinStandardHelpOptions = true,
        description = {"Learns a process from rows of normal operation, and keeps it as a model.", ""},
        footer = {
            "",
            "Examples:",
            "  weir process learn normal.csv --model plant.model --ignore label",
            "  weir process learn may.csv june.csv --model plant.model --false-alarms-a-week 0.5",
            "  weir process learn day.csv --rows 1-400 --model day.model",
            "  weir process learn d00.dat --transposed --time none --period 180 --model tep.model"
        })
final class ProcessLearnCommand implements Callable<Integer> {

    private static final double MOST_FALSE_ALARMS = 10_000;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Exports with the same columns: separated text, packed with gzip or not, or Parquet.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--model", paramLabel = "FILE", required = true, description = "Where the model is kept.")
    private Path modelFile = Path.of("");

    @Option(
            names = "--rows",
            paramLabel = "FROM-TO",
            converter = RangeReader.class,
            description = "Learn only these rows of each file, counted from 1.")
    private Range range = new Range(1, Long.MAX_VALUE);

    @Option(
            names = "--false-alarms-a-week",
            paramLabel = "NUMBER",
            description = "How often normal operation may alarm; ${DEFAULT-VALUE} if not given.")
    private double falseAlarms = ProcessSettings.DEFAULT.falseAlarmsAWeek();

    @Mixin
    private TableOptions table = new TableOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Rows from the one to the other, both counted. */
    record Range(long from, long to) {}

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        check();
        ProcessModel model;
        try {
            model = Learner.learn(read(), ProcessSettings.DEFAULT.withFalseAlarmsAWeek(falseAlarms));
        } catch (IOException e) {
            return Problems.input(err, e);
        } catch (UnfitHistory e) {
            return Problems.input(err, new IOException(files.getFirst() + ": " + e.getMessage(), e));
        }
        try {
            save(model);
        } catch (IOException e) {
            return Problems.output(err, new Unwritten(modelFile, Problems.reason(e)), "--model");
        }
        say(model);
        return ExitCode.DONE;
    }

    private void check() {
        if (!(falseAlarms > 0 && falseAlarms <= MOST_FALSE_ALARMS)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--false-alarms-a-week must be above 0 and at most " + (long) MOST_FALSE_ALARMS);
        }
        if (table.lacksPeriod()) {
            throw new ParameterException(spec.commandLine(), "--time none needs --period SECONDS, from row to row");
        }
    }

    private History read() throws IOException {
        @Nullable History history = null;
        for (Path file : files) {
            try (Table rows = Table.open(file, table.form(1))) {
                if (history == null) {
                    history = new History(rows.names());
                }
                history.begin();
                read(file, rows, history);
            }
        }
        return history == null ? new History(List.of()) : history;
    }

    private void read(Path file, Table rows, History history) throws IOException {
        rows.select(history.names());
        long number = 0;
        for (Table.Row row = rows.next(); row != null && number < range.to; row = rows.next()) {
            if (++number < range.from) {
                continue;
            }
            if (history.size() == history.mostRows()) {
                throw new IOException(file + ": row " + number + ": more than " + history.mostRows()
                        + " rows of so many columns cannot be learnt at once; take a part with --rows,"
                        + " or an export with longer steps");
            }
            history.add(row.seconds(), row.values());
        }
    }

    private void save(ProcessModel model) throws IOException {
        Path part = modelFile.resolveSibling(modelFile.getFileName() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                ModelState.write(model, out);
            }
            Files.move(part, modelFile, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void say(ProcessModel model) {
        PrintWriter out = spec.commandLine().getOut();
        double hours = model.rows() * model.grid().period() / 3600;
        out.printf(
                Locale.ROOT,
                "Learnt %d rows, %.2f hours, one each %s s.%n",
                model.rows(),
                hours,
                model.grid().period());
        for (ColumnKind kind : ColumnKind.values()) {
            List<String> names = model.columns().stream()
                    .filter(c -> c.kind() == kind)
                    .map(c -> c.name())
                    .toList();
            if (!names.isEmpty()) {
                out.println(kind.name().toLowerCase(Locale.ROOT) + " (" + names.size() + "): " + shortened(names));
            }
        }
        if (!model.coversBudget()) {
            out.printf(
                    Locale.ROOT,
                    "These are fewer rows than the %.0f hours in which one false alarm is allowed:"
                            + " the threshold is an extrapolation%s.%n",
                    7 * 24 / falseAlarms,
                    model.columns().size() == 1 ? "" : ", and bounds do not alarm");
        }
        out.flush();
    }

    private static String shortened(List<String> names) {
        int most = 12;
        return String.join(", ", names.subList(0, Math.min(most, names.size()))) + (names.size() > most ? ", ..." : "");
    }

    /** Reads FROM-TO. */
    static final class RangeReader implements ITypeConverter<Range> {
        @Override
        public Range convert(String value) {
            String[] ends = value.split("-", -1);
            try {
                long from = Long.parseLong(ends[0]);
                long to = ends.length == 2 ? Long.parseLong(ends[1]) : 0;
                if (from >= 1 && to >= from) {
                    return new Range(from, to);
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new TypeConversionException("'" + value + "' is not FROM-TO, as 1-400");
        }
    }
}
