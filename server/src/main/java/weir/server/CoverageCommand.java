// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.analysis.Coverage;
import weir.analysis.detect.Detection;
import weir.analysis.inventory.Families;
import weir.server.input.CaptureRun;
import weir.server.input.Progress;
import weir.server.input.Stop;
import weir.wire.SinkOptions;
import weir.wire.sensor.Sensor;

/** Says which techniques of attack can be seen on this site, by what, and which not, and why. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        description = {
            "Says for each technique of MITRE ATT&CK for ICS which detectors tell it, whether what they need is seen on",
            "this site, and whether a test exercises them; and why a technique cannot be covered here.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  weir coverage                       on a site where everything is seen",
            "  weir coverage plant.pcapng          on the site that this capture is of"
        })
final class CoverageCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Captures of the site. Without any, all protocols are taken as seen.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--logs", description = "Logs of hosts are fed too.")
    private boolean logs;

    @Option(names = "--changes", description = "There is a plan of approved changes.")
    private boolean changes;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final InputStream standardInput;
    private final Stop stop;

    CoverageCommand(InputStream standardInput, Stop stop) {
        this.standardInput = standardInput;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            print(out, Coverage.of(site()));
            return ExitCode.DONE;
        } catch (IOException e) {
            return Problems.input(spec.commandLine().getErr(), e);
        }
    }

    private Coverage.Site site() throws IOException {
        if (files.isEmpty()) {
            return new Coverage.Site(Set.of("all"), true, logs, changes);
        }
        Set<String> protocols = new TreeSet<>();
        Sensor sensor = new Sensor(
                files.getFirst().toString(),
                (at, what) -> {
                    if (Families.isIndustrial(what.protocol())) {
                        protocols.add(what.protocol());
                    }
                },
                SinkOptions.PLAIN);
        Progress progress = new Progress(System.err, Problems.onTerminal());
        CaptureRun.Result result = new CaptureRun(files, standardInput).through(sensor, progress, stop);
        sensor.finish();
        return new Coverage.Site(protocols, result.packets() > 0, logs, changes);
    }

    private static void print(PrintWriter out, List<Coverage.Line> lines) {
        out.printf("%-7s%-42s%-10s%-8s%s%n", "id", "technique", "detectors", "tested", "which, or why not");
        for (Coverage.Line line : lines) {
            out.printf(
                    "%-7s%-42s%-10s%-8s%s%n",
                    line.technique().id(),
                    line.technique().name(),
                    line.here().size() + " of " + line.detectors().size(),
                    line.tested().isEmpty() ? "no" : "yes",
                    line.why().isEmpty() ? String.join(" ", line.here()) : line.why());
        }
        long covered = lines.stream().filter(l -> !l.here().isEmpty()).count();
        out.println();
        out.println(covered + " of " + lines.size() + " techniques can be seen here; "
                + Coverage.built().size() + " of " + Detection.all().size() + " detectors of the catalogue are built.");
        out.flush();
    }
}
