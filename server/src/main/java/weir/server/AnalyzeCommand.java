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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.analysis.Coverage;
import weir.analysis.Picture;
import weir.analysis.Verdict;
import weir.analysis.detect.Watch;
import weir.analysis.detect.across.ChangePlan;
import weir.analysis.inventory.Families;
import weir.analysis.triage.Triage;
import weir.analysis.triage.TriagePolicy;
import weir.model.Observer;
import weir.model.Plant;
import weir.server.input.CaptureRun;
import weir.server.input.ChangeList;
import weir.server.input.LogRecords;
import weir.server.input.Progress;
import weir.server.input.Stop;
import weir.server.output.IncidentSummary;
import weir.server.output.OutputFolder;
import weir.server.output.Summary;
import weir.wire.SinkOptions;
import weir.wire.capture.Damage;
import weir.wire.sensor.Sensor;

/** Makes a picture of the plant from captures. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a picture of the plant from captures: which devices there are, who talks to whom in which",
            "protocol with which operations, and what of it is dangerous.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  weir analyze plant.pcapng                     a summary on the screen",
            "  weir analyze monday.pcap tuesday.pcap.gz --out picture",
            "                                                report.html, assets.json, assets.csv,",
            "                                                conversations.csv, operations.jsonl.gz in ./picture",
            "  tcpdump -w - -i eth1 | weir analyze -         from standard input",
            "  weir analyze week1.pcap --state plant.state   remembers; give week2.pcap next time to add to it,",
            "                                                or the same capture to go on after an interruption"
        })
final class AnalyzeCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Captures: pcap or pcapng, packed with gzip or not; - for standard input. Merged by time.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Write the report and tables into this folder.")
    private @Nullable Path out;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "Keep what was learned in this file, and go on from it.")
    private @Nullable Path state;

    @Option(
            names = "--baseline",
            paramLabel = "NORMAL",
            description = {
                "A capture of normal operation to learn from; may be given several times.",
                "Without one, detection learns from the beginning of FILE."
            })
    private List<Path> normal = new ArrayList<>();

    @Option(
            names = "--changes",
            paramLabel = "FILE",
            description = {
                "Approved work, a CSV with id, who, what, source, target, from, until (ISO 8601; empty: any):",
                "what it covers becomes a record, other changes of controllers are told as not announced."
            })
    private @Nullable Path changes;

    @Mixin
    private RulesOption rules = new RulesOption();

    @Mixin
    private LogsOption logs = new LogsOption();

    @Mixin
    private KeepOption keep = new KeepOption();

    @Mixin
    private DescribeOption describe = new DescribeOption();

    @Option(names = "--quiet", description = "No summary and no progress; the exit status tells.")
    private boolean quiet;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private static final CaptureRun.Result NOTHING = new CaptureRun.Result(0, 0, 0, 0, List.of(), false);

    private final Triage triage = new Triage(TriagePolicy.standard());
    private final InputStream standardInput;
    private final Stop stop;

    AnalyzeCommand(InputStream standardInput, Stop stop) {
        this.standardInput = standardInput;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            return run(err);
        } catch (Unwritten e) {
            return Problems.output(err, e, "--state");
        } catch (IOException e) {
            return Problems.input(err, e);
        }
    }

    private int run(PrintWriter err) throws IOException {
        if (files.isEmpty() && logs.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'FILE', or --logs");
        }
        @Nullable OutputFolder output;
        try {
            output = out == null ? null : new OutputFolder(out);
        } catch (IOException e) {
            return Problems.output(err, e, "--out");
        }
        Learned learned = learn();
        if (!keep.isWritten(err)) {
            return ExitCode.NO_OUTPUT;
        }
        Plant plant = learned.picture.plant(VendorList.load());
        Verdict verdict = Verdict.of(
                        learned.watch, new ChangePlan(changes == null ? List.of() : ChangeList.read(changes)))
                .with(triage.incidents());
        if (!quiet) {
            new Summary(plant).print(spec.commandLine().getOut());
            new IncidentSummary(verdict.incidents(), verdict.findings(), learned.watch.stage())
                    .print(spec.commandLine().getOut());
        }
        try {
            if (output != null) {
                new PictureFiles(output, files).write(plant, verdict, site(plant), learned.result);
                say("  Written: " + output.of("report.html") + " and its tables");
            }
        } catch (IOException e) {
            return Problems.output(err, e, "--out");
        }
        for (Damage damage : learned.result.damages()) {
            err.println("weir: " + damage.message() + "; everything before it was used");
        }
        if (learned.result.stopped()) {
            err.println("weir: stopped after " + learned.result.packets() + " packets; they were used"
                    + (state == null ? "" : ", and the same command goes on from there"));
        }
        err.flush();
        if (learned.result.stopped()) {
            return ExitCode.INTERRUPTED;
        }
        return learned.result.damages().isEmpty() ? ExitCode.DONE : ExitCode.DAMAGED;
    }

    /** A picture, what was found, and the run that made them. */
    private record Learned(Picture picture, Watch watch, CaptureRun.Result result) {}

    private Learned learn() throws IOException {
        Progress progress = new Progress(System.err, !quiet && Problems.onTerminal());
        CaptureRun run = new CaptureRun(files, standardInput);
        Path remembered = state;
        if (remembered == null) {
            Picture picture = new Picture();
            Watch watch = watch(StateFile.Known.nothing(), progress);
            CaptureRun.Result result = watched(run, both(picture, watch), watch, progress, r -> {});
            return new Learned(picture, watch, result);
        }
        return resume(run, new StateFile(remembered), progress);
    }

    private Learned resume(CaptureRun run, StateFile file, Progress progress) throws IOException {
        StateFile.Saved saved = file.load();
        String mark = StateFile.mark(files.isEmpty() ? logs.files() : files);
        boolean same = !mark.isEmpty() && saved.mark().equals(mark);
        if (!same && !saved.finished()) {
            throw new IOException(state + ": holds an interrupted run over other captures; give those again to end it,"
                    + " or another state file");
        }
        Picture picture = saved.picture();
        Skipping skipping = new Skipping(picture, same ? saved.skip() : 0);
        StateFile.Known before = same ? saved.before() : saved.after();
        Watch watch = watch(before.copy(), progress);
        CaptureRun.Result result = watched(run, both(skipping, watch), watch, progress, ran -> {
            if (!same) {
                file.keep();
            }
            if (canGoOn(ran, mark)) {
                file.save(new StateFile.Saved(picture, before, before, mark, skipping.done(), false));
            }
        });
        if (!canGoOn(result, mark)) {
            StateFile.Known after = new StateFile.Known(watch.baseline(), watch.memory());
            file.save(new StateFile.Saved(picture, before, after, mark, skipping.done(), true));
        }
        return new Learned(picture, watch, result);
    }

    private static boolean canGoOn(CaptureRun.Result result, String mark) {
        return result.stopped() && !mark.isEmpty();
    }

    /** What is done between the last packet and the end of what is still open. */
    private interface AtEnd {
        void of(CaptureRun.Result result) throws IOException;
    }

    /** Runs the captures and the logs together, and what is left of the logs after them. */
    private CaptureRun.Result watched(CaptureRun run, Observer wire, Watch watch, Progress progress, AtEnd end)
            throws IOException {
        LogRecords records = logs.read();
        Observer judges = both(watch, triage);
        CaptureRun.Result result = NOTHING;
        if (!files.isEmpty()) {
            Sensor sensor = sensor(records.among(wire, judges));
            result = run.through(sensor, progress, keep.added(stop));
            end.of(result);
            sensor.finish();
        } else {
            end.of(result);
        }
        records.rest(judges);
        if (!records.unused().isEmpty()) {
            spec.commandLine().getErr().println("weir: " + records.unused());
        }
        return result;
    }

    /** Detection that has learned from the captures of normal operation, if there are any. */
    private Watch watch(StateFile.Known known, Progress progress) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Watch watch = new Watch(known.baseline(), rules.detectors(err));
        List<String> unread = watch.recall(known.memory());
        if (!unread.isEmpty()) {
            err.println("weir: " + state + ": skipped " + unread.size() + " sections that this Weir does not read: "
                    + String.join(", ", unread));
        }
        if (normal.isEmpty()) {
            return watch;
        }
        Sensor sensor = sensor(watch.learn());
        new CaptureRun(normal, standardInput).through(sensor, progress, keep.added(stop));
        sensor.finish();
        return watch.judge();
    }

    private static Observer both(Observer one, Observer other) {
        return (at, what) -> {
            one.observe(at, what);
            other.observe(at, what);
        };
    }

    private Sensor sensor(Observer observer) throws IOException {
        return new Sensor(
                files.isEmpty()
                        ? normal.getFirst().toString()
                        : files.getFirst().toString(),
                observer,
                keep.added(SinkOptions.PLAIN.withPoints()),
                describe.protocols(),
                rules.packets(observer));
    }

    /** Passes on all but the first observations, which are known already. */
    private static final class Skipping implements Observer {
        private final Observer next;
        private final long known;
        private long seen;

        Skipping(Observer next, long known) {
            this.next = next;
            this.known = known;
        }

        @Override
        public void observe(weir.model.Sighting at, weir.model.Observation what) {
            if (++seen > known) {
                next.observe(at, what);
            }
        }

        /** Those the picture holds; no fewer when a run is stopped before it was where the last one came to. */
        long done() {
            return Math.max(seen, known);
        }
    }

    private void say(String line) {
        if (!quiet) {
            spec.commandLine().getOut().println();
            spec.commandLine().getOut().println(line);
            spec.commandLine().getOut().flush();
        }
    }

    /** What there is to look at on this site. */
    private Coverage.Site site(Plant plant) {
        Set<String> protocols = new TreeSet<>();
        plant.conversations().forEach(c -> protocols.add(c.protocol()));
        protocols.removeIf(p -> !Families.isIndustrial(p));
        return new Coverage.Site(protocols, plant.packets() > 0, !logs.isEmpty(), changes != null || rules.hasPolicy());
    }
}
