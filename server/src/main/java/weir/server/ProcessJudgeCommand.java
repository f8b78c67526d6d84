// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.analysis.variables.AlarmLog;
import weir.analysis.variables.Column;
import weir.analysis.variables.Judge;
import weir.analysis.variables.ModelState;
import weir.analysis.variables.ProcessModel;
import weir.server.historian.Table;
import weir.server.output.JudgedTables;
import weir.server.output.OutputFolder;

/** Judges rows of a process by a model. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = {
            "Judges each row of an export by a model that was learnt.",
            "In DIR, scores.csv has a row for each row (time, score, alarm; a score of 1 is the threshold), and alarms.csv",
            "one for each alarm (start, end, score, and the columns that have most to do with it, best first).",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  weir process judge week.csv --model plant.model --out judged",
            "  weir process judge d01_te.dat --time none --model tep.model --out judged"
        })
final class ProcessJudgeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "An export: separated text, packed with gzip or not, or Parquet.")
    private Path file = Path.of("");

    @Option(names = "--model", paramLabel = "FILE", required = true, description = "The model that was learnt.")
    private Path modelFile = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Write scores.csv and alarms.csv into this folder.")
    private Path out = Path.of("");

    @Mixin
    private TableOptions table = new TableOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What stopped the reading before the end; null if nothing did. */
    private @Nullable IOException damage;

    private long rows;
    private int alarms;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            ProcessModel model = model();
            try (Table from = Table.open(file, table.form(model.grid().period()))) {
                from.select(model.columns().stream().map(Column::name).toList());
                mention(err, from.names(), model);
                return write(err, model, from);
            }
        } catch (IOException e) {
            return Problems.input(err, e);
        }
    }

    private ProcessModel model() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(modelFile))) {
            return ModelState.read(in);
        } catch (EOFException cut) {
            throw new IOException(modelFile + ": is cut, or no process model; make one with: weir process learn", cut);
        } catch (FileSystemException unreadable) {
            throw unreadable;
        } catch (IOException e) {
            throw new IOException(modelFile + ": " + e.getMessage(), e);
        }
    }

    private void mention(PrintWriter err, List<String> names, ProcessModel model) {
        List<String> known = model.columns().stream().map(Column::name).toList();
        List<String> others = names.stream().filter(n -> !known.contains(n)).toList();
        if (!others.isEmpty()) {
            err.println("weir: " + file + ": not in the model, so not judged: " + String.join(", ", others));
            err.flush();
        }
    }

    private int write(PrintWriter err, ProcessModel model, Table from) {
        try {
            OutputFolder folder = new OutputFolder(out);
            folder.write(
                    "scores.csv",
                    scores -> folder.write("alarms.csv", list -> judge(model, from, new JudgedTables(scores, list))));
        } catch (IOException e) {
            return Problems.output(err, e, "--out");
        }
        PrintWriter said = spec.commandLine().getOut();
        said.println("Judged " + rows + " rows: " + alarms + (alarms == 1 ? " alarm" : " alarms") + ", see "
                + out.resolve("alarms.csv"));
        said.flush();
        IOException broken = damage;
        if (broken != null) {
            err.println("weir: " + Problems.reason(broken) + "; everything before it was used");
            err.flush();
        }
        return broken == null ? ExitCode.DONE : ExitCode.DAMAGED;
    }

    private void judge(ProcessModel model, Table from, JudgedTables to) throws IOException {
        Judge judge = new Judge(model);
        AlarmLog log = new AlarmLog(model, alarm -> {
            alarms++;
            try {
                to.alarm(alarm);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            for (Table.Row row = next(from); row != null; row = next(from)) {
                judge.take(row.seconds(), row.values());
                log.take(row.time(), judge);
                to.row(row.time(), judge.score(), judge.alarm());
                rows++;
            }
            log.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The next row; null at the end, and where the table is damaged. */
    private Table.@Nullable Row next(Table from) {
        try {
            return from.next();
        } catch (IOException e) {
            damage = e;
            return null;
        }
    }
}
