// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.analysis.process.Catalogue;
import weir.analysis.process.Tags;
import weir.model.Observer;
import weir.server.input.CaptureRun;
import weir.server.input.Progress;
import weir.server.input.Stop;
import weir.server.input.TagFiles;
import weir.server.output.LineStream;
import weir.server.output.PointSeries;
import weir.server.output.PointTable;
import weir.wire.SinkOptions;
import weir.wire.capture.Damage;
import weir.wire.sensor.Sensor;

/** Lists the process variables that were seen. */
@Command(
        name = "points",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the process variables that were seen in captures, a line each: what kind of variable it is, its last",
            "value, its range, who wrote it. The columns are described in docs/outputs.md.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  weir points plant.pcapng | column -ts $'\\t'            a table on the screen",
            "  weir points plant.pcapng --csv series.csv             every value with its time and packet",
            "  weir points plant.pcapng --tags tags.csv --tags station.scd",
            "                                                        with names and units that people know"
        })
final class PointsCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Captures: pcap or pcapng, packed with gzip or not; - for standard input. Merged by time.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--csv", paramLabel = "FILE", description = "Write every value, a row each, into this file.")
    private @Nullable Path csv;

    @Option(
            names = "--tags",
            paramLabel = "FILE",
            description = "Names of points: a CSV with the columns point, name, unit, scale, offset, or a substation"
                    + " description (IEC 61850 SCL). May be given several times.")
    private List<Path> tagFiles = new ArrayList<>();

    @Mixin
    private DescribeOption describe = new DescribeOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final InputStream standardInput;
    private final OutputStream standardOutput;
    private final Stop stop;

    PointsCommand(InputStream standardInput, OutputStream standardOutput, Stop stop) {
        this.stop = stop;
        this.standardInput = standardInput;
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        LineStream lines = new LineStream(standardOutput);
        try {
            return list(lines, TagFiles.read(tagFiles), err);
        } catch (Unwritten e) {
            return Problems.output(err, e, "--csv");
        } catch (IOException e) {
            IOException unwritten = lines.failure();
            if (unwritten == null) {
                return Problems.input(err, e);
            }
            return lines.unwanted() ? ExitCode.DONE : Problems.lines(err, unwritten);
        }
    }

    private int list(LineStream lines, Tags tags, PrintWriter err) throws IOException {
        Catalogue catalogue = new Catalogue();
        CaptureRun.Result result = csv == null ? run(catalogue) : series(csv, catalogue, tags);
        Writer out = new BufferedWriter(new OutputStreamWriter(lines, StandardCharsets.UTF_8), 1 << 16);
        new PointTable(out).write(catalogue.points(tags));
        out.flush();
        return end(err, catalogue, result);
    }

    private CaptureRun.Result series(Path file, Catalogue catalogue, Tags tags) throws IOException {
        try (Writer out = open(file)) {
            PointSeries rows = new PointSeries(out, tags);
            CaptureRun.Result result = run((at, what) -> {
                rows.observe(at, what);
                catalogue.observe(at, what);
            });
            IOException failure = rows.end();
            if (failure != null) {
                throw new Unwritten(file, Problems.reason(failure));
            }
            return result;
        }
    }

    private static Writer open(Path file) throws Unwritten {
        try {
            return Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new Unwritten(file, Problems.reason(e));
        }
    }

    private CaptureRun.Result run(Observer observer) throws IOException {
        Sensor sensor =
                new Sensor(files.getFirst().toString(), observer, SinkOptions.PLAIN.withPoints(), describe.protocols());
        CaptureRun.Result result =
                new CaptureRun(files, standardInput).through(sensor, new Progress(System.err, false), stop);
        sensor.finish();
        return result;
    }

    private static int end(PrintWriter err, Catalogue catalogue, CaptureRun.Result result) {
        if (catalogue.turnedAway() > 0) {
            err.println(
                    "weir: there are more points than are kept; " + catalogue.turnedAway() + " values are of others");
        }
        for (Damage damage : result.damages()) {
            err.println("weir: " + damage.message() + "; everything before it was used");
        }
        err.flush();
        if (result.stopped()) {
            return ExitCode.INTERRUPTED;
        }
        return result.damages().isEmpty() ? ExitCode.DONE : ExitCode.DAMAGED;
    }
}
