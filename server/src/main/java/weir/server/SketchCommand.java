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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.analysis.sketch.Draft;
import weir.analysis.sketch.Sample;
import weir.analysis.sketch.Sketch;
import weir.analysis.sketch.Sketcher;
import weir.model.Contact;
import weir.server.input.CaptureRun;
import weir.server.input.Progress;
import weir.server.input.Stop;
import weir.server.output.LineStream;
import weir.server.sketch.Overheard;
import weir.wire.SinkOptions;
import weir.wire.sensor.Sensor;

/** Says what can be seen of protocols that nobody knows. */
@Command(
        name = "sketch",
        mixinStandardHelpOptions = true,
        description = {
            "Says of every conversation in an unknown protocol what its messages have in common, a line for each port,",
            "and can write a first protocol description to be gone on with (docs/describing-a-protocol.md).",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  weir sketch plant.pcapng                       what is unknown, and how it looks",
            "  weir sketch plant.pcapng --port 5555 --write press.yaml",
            "  weir decode plant.pcapng --describe press.yaml"
        })
final class SketchCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Captures: pcap or pcapng, packed with gzip or not. They are read twice.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--port", paramLabel = "NUMBER", description = "Only what is spoken with this port of a server.")
    private int port = -1;

    @Option(
            names = "--write",
            paramLabel = "FILE",
            description = "Write a description of the most spoken one into this file.")
    private @Nullable Path description;

    @Mixin
    private DescribeOption describe = new DescribeOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final OutputStream standardOutput;
    private final Stop stop;

    SketchCommand(OutputStream standardOutput, Stop stop) {
        this.stop = stop;
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        LineStream lines = new LineStream(standardOutput);
        try {
            Overheard overheard = listen();
            Writer out = new BufferedWriter(new OutputStreamWriter(lines, StandardCharsets.UTF_8));
            tell(overheard, out);
            out.flush();
            if (description != null) {
                write(description, overheard);
            }
            return stop.wished() ? ExitCode.INTERRUPTED : ExitCode.DONE;
        } catch (Unwritten e) {
            return Problems.output(err, e, "--write");
        } catch (IOException e) {
            IOException unwritten = lines.failure();
            if (unwritten == null) {
                return Problems.input(err, e);
            }
            return lines.unwanted() ? ExitCode.DONE : Problems.lines(err, unwritten);
        }
    }

    /** Once to find out which conversations nobody knows, once more to listen to these. */
    private Overheard listen() throws IOException {
        Set<Long> known = new HashSet<>();
        Set<Long> all = new HashSet<>();
        run(new Sensor(
                "",
                (at, what) -> {
                    if (at.conversation() > 0) {
                        all.add(at.conversation());
                        if (what instanceof Contact contact
                                && !contact.protocol().isEmpty()) {
                            known.add(at.conversation());
                        }
                    }
                },
                SinkOptions.PLAIN,
                describe.protocols()));
        all.removeAll(known);
        Overheard overheard = new Overheard(all);
        run(new Sensor("", (at, what) -> {}, SinkOptions.PLAIN, List.of(overheard)));
        return overheard;
    }

    private void run(Sensor sensor) throws IOException {
        new CaptureRun(files, InputStream.nullInputStream()).through(sensor, new Progress(System.err, false), stop);
        sensor.finish();
    }

    private void tell(Overheard overheard, Writer out) throws IOException {
        for (Map.Entry<Overheard.Place, Sample> entry : overheard.samples().entrySet()) {
            if (port < 0 || port == entry.getKey().port()) {
                Sketch sketch = Sketcher.of(entry.getValue());
                out.write("unknown protocol on " + entry.getKey().transport() + " "
                        + entry.getKey().port() + ": "
                        + (sketch == null ? "too few messages to say anything" : sketch.sentence()) + "\n");
            }
        }
    }

    private void write(Path file, Overheard overheard) throws IOException {
        Overheard.@Nullable Place place = most(overheard);
        Sketch sketch = place == null
                ? null
                : Sketcher.of(Objects.requireNonNull(overheard.samples().get(place)));
        if (place == null || sketch == null) {
            throw new IOException("there is no unknown protocol with enough messages to describe");
        }
        String transport = place.transport().name().toLowerCase(Locale.ROOT);
        try {
            Files.writeString(file, Draft.of(sketch, transport + "_" + place.port(), transport, place.port()));
        } catch (IOException e) {
            throw new Unwritten(file, Problems.reason(e));
        }
    }

    private Overheard.@Nullable Place most(Overheard overheard) {
        return overheard.samples().entrySet().stream()
                .filter(e -> port < 0 || port == e.getKey().port())
                .max((a, b) -> Long.compare(a.getValue().told(), b.getValue().told()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
