// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.server.input.CaptureRun;
import weir.server.input.Progress;
import weir.server.input.Stop;
import weir.server.zeek.Logs;
import weir.wire.Protocol;
import weir.wire.capture.Damage;
import weir.wire.sensor.Sensor;

/** Writes the logs that Zeek and its ICS parsers would. */
@Command(
        name = "zeek",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the logs that Zeek and its ICS parsers (ICSNPP) write of captures: conn.log, modbus.log,",
            "dnp3.log and so on, each where there is a line for it. What differs from theirs: docs/zeek.md.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  weir export zeek plant.pcapng --out logs          tab-separated, with a head",
            "  weir export zeek plant.pcapng --out logs --json   an object a line"
        })
final class ZeekCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Captures: pcap or pcapng, packed with gzip or not; - for standard input. Merged by time.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where the logs go.")
    private Path out = Path.of(".");

    @Option(names = "--json", description = "Write JSON instead of cells by tabs.")
    private boolean json;

    @Option(names = "--quiet", description = "Show no progress.")
    private boolean quiet;

    @Mixin
    private DescribeOption describe = new DescribeOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final InputStream standardInput;
    private final Stop stop;

    ZeekCommand(InputStream standardInput, Stop stop) {
        this.standardInput = standardInput;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try (Logs logs = logs()) {
            CaptureRun.Result result = run(logs);
            for (Damage damage : result.damages()) {
                err.println("weir: " + damage.message() + "; everything before it was used");
            }
            err.flush();
            if (result.stopped()) {
                return ExitCode.INTERRUPTED;
            }
            return result.damages().isEmpty() ? ExitCode.DONE : ExitCode.DAMAGED;
        } catch (Unwritten e) {
            return Problems.output(err, e, "--out");
        } catch (IOException e) {
            return Problems.input(err, e);
        }
    }

    private Logs logs() throws IOException {
        List<Protocol> protocols = describe.protocols();
        try {
            return Logs.into(out, json, protocols);
        } catch (IOException e) {
            throw new Unwritten(out, Problems.reason(e));
        }
    }

    private CaptureRun.Result run(Logs logs) throws IOException {
        Sensor sensor = logs.sensor(files.getFirst().toString());
        Progress progress = new Progress(System.err, !quiet && Problems.onTerminal());
        CaptureRun.Result result = new CaptureRun(files, standardInput)
                .through(sensor, progress, () -> stop.wished() || logs.failure() != null);
        sensor.finish();
        try {
            logs.finish();
        } catch (IOException e) {
            throw new Unwritten(out, Problems.reason(e));
        }
        return result;
    }
}
