// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.server.feed.FeedFile;
import weir.server.feed.LogCount;
import weir.server.feed.LogOptions;
import weir.server.input.Stop;
import weir.server.output.LineStream;
import weir.server.output.ObservationLines;

/** Tells what the logs of others say, one thing a line. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what logs of hosts, firewalls and other sensors say, one JSON object a line, and at the end how many",
            "lines became what; of files, or of syslog as it is sent. The formats are described in docs/logs.md.",
            ""
        })
final class LogsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Logs, packed with gzip or not.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--year",
            paramLabel = "N",
            description =
                    "Year of the first line, where times have none; else that in which the file was last changed.")
    private int year;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Zone of times that name none, as Europe/Berlin; else UTC.")
    private ZoneId zone = ZoneOffset.UTC;

    @Mixin
    private ListenOption listen = new ListenOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final OutputStream standardOutput;
    private final Stop stop;

    LogsCommand(OutputStream standardOutput, Stop stop) {
        this.standardOutput = standardOutput;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        check();
        LineStream stream = new LineStream(standardOutput);
        Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        ObservationLines lines = new ObservationLines(out);
        LogCount count = new LogCount();
        int exit = listen.wished() ? heard(lines, stream, count) : read(lines, count);
        return ended(exit, lines, out, stream, count);
    }

    private void check() {
        String fault = listen.fault();
        if (listen.wished() && (!files.isEmpty() || year != 0)) {
            fault = "--listen goes with no FILE and no --year";
        } else if (!listen.wished() && files.isEmpty()) {
            fault = "a FILE is missing, or --listen";
        }
        if (!fault.isEmpty()) {
            throw new ParameterException(spec.commandLine(), fault);
        }
    }

    private int heard(ObservationLines lines, LineStream stream, LogCount count) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            int exit = listen.listen(zone, lines, count, err, () -> stop.wished() || stream.failure() != null);
            return stream.failure() == null ? exit : ExitCode.DONE; // the end says why
        } catch (IOException e) {
            return Problems.input(err, e);
        }
    }

    private int read(ObservationLines lines, LogCount count) {
        PrintWriter err = spec.commandLine().getErr();
        int exit = ExitCode.DONE;
        try {
            for (Path file : files) {
                exit = Math.max(exit, read(file, lines, count, err));
            }
        } catch (IOException e) {
            exit = Problems.input(err, e);
        }
        return exit;
    }

    private int read(Path file, ObservationLines lines, LogCount count, PrintWriter err) throws IOException {
        int assumed = year != 0
                ? year
                : Files.getLastModifiedTime(file).toInstant().atZone(zone).getYear();
        try {
            FeedFile.read(file, new LogOptions(assumed, zone), lines, count);
            return ExitCode.DONE;
        } catch (EOFException | ZipException damaged) {
            err.println("weir: " + file + ": the packed file is damaged or cut; everything before it was used");
            return ExitCode.DAMAGED;
        }
    }

    /** Why not all lines could be written; null where all could. */
    private static @Nullable IOException unwritten(Writer out, LineStream stream) {
        try {
            out.flush();
            return stream.failure();
        } catch (IOException e) {
            return e;
        }
    }

    private int ended(int status, ObservationLines lines, Writer out, LineStream stream, LogCount count) {
        PrintWriter err = spec.commandLine().getErr();
        int exit = status;
        lines.flush();
        IOException failure = unwritten(out, stream);
        if (failure != null) {
            exit = stream.unwanted() ? exit : Problems.lines(err, failure);
        }
        err.println("lines\t" + count.lines());
        count.told().forEach((kind, times) -> err.println(kind + "\t" + times));
        count.strange().forEach((name, times) -> err.println("not told: " + name + "\t" + times));
        err.flush();
        return exit;
    }
}
