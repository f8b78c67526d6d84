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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.model.Observer;
import weir.server.input.CaptureRun;
import weir.server.input.Progress;
import weir.server.input.Stop;
import weir.server.output.LineStream;
import weir.server.output.ObservationLines;
import weir.wire.SinkOptions;
import weir.wire.capture.Damage;
import weir.wire.sensor.Sensor;

/** Tells everything that was seen, one thing a line. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description = {
            "Tells everything that was seen in captures, one JSON object a line: operations, identities, process",
            "values, violations, transfers, logins, contacts, losses. The fields are described in docs/outputs.md.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  weir decode plant.pcapng | grep '\"verb\":\"program\"'   who changed control logic",
            "  weir decode plant.pcapng --protocol modbus            one protocol only",
            "  weir decode plant.pcapng --counts                     how often each field value occurs"
        })
final class DecodeCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Captures: pcap or pcapng, packed with gzip or not; - for standard input. Merged by time.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--counts",
            description = "Instead, count protocol fields as they stand on the wire, copies by a mirror port included: "
                    + "protocol, key, count, by tabs.")
    private boolean counts;

    @Option(names = "--protocol", paramLabel = "NAME", description = "Only what this protocol told.")
    private String protocol = "";

    @Mixin
    private KeepOption keep = new KeepOption();

    @Mixin
    private DescribeOption describe = new DescribeOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final InputStream standardInput;
    private final OutputStream standardOutput;
    private final Stop stop;

    DecodeCommand(InputStream standardInput, OutputStream standardOutput, Stop stop) {
        this.standardInput = standardInput;
        this.standardOutput = standardOutput;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        LineStream lines = new LineStream(standardOutput);
        Writer out = new BufferedWriter(new OutputStreamWriter(lines, StandardCharsets.UTF_8), 1 << 16);
        try {
            Stop orUnwritten = keep.added(() -> stop.wished() || lines.failure() != null);
            CaptureRun.Result result = counts ? count(out, orUnwritten) : tell(out, orUnwritten);
            out.flush();
            IOException failure = lines.failure();
            if (failure != null) {
                throw failure;
            }
            if (!keep.isWritten(err)) {
                return ExitCode.NO_OUTPUT;
            }
            for (Damage damage : result.damages()) {
                err.println("weir: " + damage.message() + "; everything before it was used");
            }
            err.flush();
            if (result.stopped()) {
                return ExitCode.INTERRUPTED;
            }
            return result.damages().isEmpty() ? ExitCode.DONE : ExitCode.DAMAGED;
        } catch (IOException e) {
            return failed(err, lines, e);
        }
    }

    private static int failed(PrintWriter err, LineStream lines, IOException e) {
        IOException unwritten = lines.failure();
        if (unwritten == null) {
            return Problems.input(err, e);
        }
        return lines.unwanted() ? ExitCode.DONE : Problems.lines(err, unwritten);
    }

    private CaptureRun.Result tell(Writer out, Stop until) throws IOException {
        ObservationLines lines = new ObservationLines(out);
        Observer chosen = protocol.isEmpty()
                ? lines
                : (at, what) -> {
                    if (what.protocol().equals(protocol)) {
                        lines.observe(at, what);
                    }
                };
        CaptureRun.Result result = through(
                new Sensor(name(), chosen, keep.added(SinkOptions.PLAIN.withPoints()), describe.protocols()), until);
        lines.flush();
        return result;
    }

    private CaptureRun.Result count(Writer out, Stop until) throws IOException {
        Map<String, Long> seen = new TreeMap<>();
        SinkOptions options = SinkOptions.PLAIN.counting((owner, key, value) -> {
            if (protocol.isEmpty() || owner.equals(protocol)) {
                seen.merge(owner + "\t" + key + "=" + value, 1L, Long::sum);
            }
        });
        CaptureRun.Result result = through(new Sensor(name(), (at, what) -> {}, options, describe.protocols()), until);
        for (Map.Entry<String, Long> field : seen.entrySet()) {
            out.write(field.getKey() + "\t" + field.getValue() + "\n");
        }
        return result;
    }

    private CaptureRun.Result through(Sensor sensor, Stop until) throws IOException {
        CaptureRun run = new CaptureRun(files, standardInput);
        CaptureRun.Result result = run.through(sensor, new Progress(System.err, false), until);
        sensor.finish();
        return result;
    }

    private String name() {
        return files.getFirst().toString();
    }
}
