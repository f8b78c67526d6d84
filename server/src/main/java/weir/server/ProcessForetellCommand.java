// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.analysis.wear.Foreteller;
import weir.analysis.wear.Foretold;
import weir.analysis.wear.WearModel;
import weir.analysis.wear.WearState;
import weir.server.historian.Table;
import weir.server.output.ForetoldTables;
import weir.server.output.OutputFolder;

/** Foretells how long machines will go on. */
@Command(
        name = "foretell",
        mixinStandardHelpOptions = true,
        description = {
            "Foretells by a model of wear how many rows each machine has left, from its start or a good while on.",
            "In DIR, machines.csv has a row for each machine as it is now, the one that fails first at the top,",
            "and foretold.csv one for each row that was read. Nothing is foretold of a machine with too few rows,",
            "and of one that is like none that was learnt.",
            ""
        },
        footer = {"", "Example:", "  weir process foretell pumps.csv --machine pump --model pumps.wear --out outlook"})
final class ProcessForetellCommand implements Callable<Integer> {

    /** Machines that are followed at once. */
    private static final int MOST_MACHINES = 2_000;

    @Parameters(paramLabel = "FILE", description = "An export: separated text, packed with gzip or not, or Parquet.")
    private Path file = Path.of("");

    @Option(names = "--model", paramLabel = "FILE", required = true, description = "The model that was learnt.")
    private Path modelFile = Path.of("");

    @Option(
            names = "--machine",
            paramLabel = "COLUMN",
            description = "Name or number (from 1) of the column that tells machines apart; without it the file is of"
                    + " one machine.")
    private @Nullable String machine;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Write the results into this folder.")
    private Path out = Path.of("");

    @Mixin
    private TableOptions table = new TableOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What stopped the reading before the end; null if nothing did. */
    private @Nullable IOException damage;

    private final Map<String, Foreteller> followed = new LinkedHashMap<>();
    private final Map<String, ForetoldTables.Now> now = new LinkedHashMap<>();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            WearModel model = model();
            try (Table from = Table.open(file, table.form(1, machine))) {
                from.select(model.columns());
                return write(err, model, from);
            }
        } catch (IOException e) {
            return Problems.input(err, e);
        }
    }

    private WearModel model() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(modelFile))) {
            return WearState.read(in);
        } catch (EOFException cut) {
            throw new IOException(modelFile + ": is cut, or no model of wear; make one with: weir process wear", cut);
        } catch (FileSystemException unreadable) {
            throw unreadable;
        } catch (IOException e) {
            throw new IOException(modelFile + ": " + e.getMessage(), e);
        }
    }

    private int write(PrintWriter err, WearModel model, Table from) {
        try {
            OutputFolder folder = new OutputFolder(out);
            folder.write("foretold.csv", rows -> foretell(model, from, ForetoldTables.rows(rows)));
            folder.write("machines.csv", list -> ForetoldTables.machines(list, now.values()));
        } catch (IOException e) {
            return Problems.output(err, e, "--out");
        }
        say();
        IOException broken = damage;
        if (broken != null) {
            err.println("weir: " + Problems.reason(broken) + "; everything before it was used");
            err.flush();
        }
        return broken == null ? ExitCode.DONE : ExitCode.DAMAGED;
    }

    private void foretell(WearModel model, Table from, ForetoldTables.Rows to) throws IOException {
        for (Table.Row row = next(from); row != null; row = next(from)) {
            Foreteller of = followed.get(row.machine());
            if (of == null) {
                if (followed.size() == MOST_MACHINES) {
                    damage = new IOException(file + ": more than " + MOST_MACHINES + " machines; take a part of them");
                    return;
                }
                of = new Foreteller(model);
                followed.put(row.machine(), of);
            }
            ForetoldTables.Now found = new ForetoldTables.Now(row.machine(), row.time(), of.take(row.values()));
            now.put(row.machine(), found);
            to.row(found);
        }
    }

    private void say() {
        PrintWriter said = spec.commandLine().getOut();
        long known = now.values().stream()
                .filter(n -> n.foretold().verdict() == Foretold.Verdict.KNOWN)
                .count();
        said.println("Foretold " + known + " of " + now.size() + (now.size() == 1 ? " machine" : " machines") + ", see "
                + out.resolve("machines.csv"));
        said.flush();
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
