// SPDX-License-Identifier: Apache-2.0
package weir.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import weir.model.Observation;
import weir.model.Sighting;
import weir.wire.Protocol;
import weir.wire.SinkOptions;
import weir.wire.capture.Captures;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;
import weir.wire.sensor.Protocols;
import weir.wire.sensor.Sensor;

/** What the benchmarks replay: the sample plant, and single captures of the corpus where that is there. */
final class Recorded {

    /** The checkout. */
    private static final Path ROOT = Path.of(System.getProperty("weir.root", "."));

    /** Where the real captures are. */
    private static final Path CORPUS = Path.of(System.getProperty("weir.corpus", "../shared/corpus"));

    static final Path PLANT = ROOT.resolve("samples/plant.pcapng");

    private static final int CAPTURES = 12;
    private static final long LARGEST = 8L << 20;

    /** One frame, kept. */
    record Kept(byte[] bytes, int length, int linkType, long time) {}

    /** One observation, kept with a copy of its sighting. */
    record Told(Sighting at, Observation what) {}

    private Recorded() {}

    static List<Kept> frames(Path capture) {
        List<Kept> frames = new ArrayList<>();
        try (FrameSource source = Captures.open(List.of(capture), System.in)) {
            Frame frame = new Frame();
            while (source.next(frame)) {
                byte[] bytes = Arrays.copyOfRange(frame.data, frame.offset, frame.offset + frame.captured);
                frames.add(new Kept(bytes, frame.length, frame.linkType, frame.time));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return frames;
    }

    /** All that the sensor tells of the sample plant. */
    static List<Told> observations() {
        List<Told> told = new ArrayList<>();
        Sensor sensor = new Sensor("", (at, what) -> told.add(new Told(copy(at), what)), SinkOptions.PLAIN);
        replay(frames(PLANT), sensor);
        return told;
    }

    private static void replay(List<Kept> frames, Sensor sensor) {
        long number = 0;
        for (Kept frame : frames) {
            sensor.frame(frame.bytes, 0, frame.bytes.length, frame.length, frame.linkType, frame.time, ++number);
        }
        sensor.finish();
    }

    static Sighting copy(Sighting at) {
        return fill(new Sighting(), at, at.packet(), at.time());
    }

    /** Makes a sighting the same as another, at another time. */
    static Sighting fill(Sighting into, Sighting from, long packet, long time) {
        return into.sensor(from.sensor())
                .packet(packet, time)
                .link(from.sourceMac(), from.destinationMac(), from.vlan())
                .between(from.transport(), from.source(), from.sourcePort(), from.destination(), from.destinationPort())
                .conversation(from.conversation(), from.fromClient())
                .latency(from.latency())
                .detail(from.detail());
    }

    /** Real conversations of a protocol; never empty. */
    static List<Tape.Spoken> conversations(String protocol) {
        Protocol real = Protocols.all().stream()
                .filter(p -> p.name().equals(protocol))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no protocol is named " + protocol));
        Tape tape = new Tape(real);
        List<Path> captures = new ArrayList<>(List.of(PLANT));
        captures.addAll(corpusCaptures(protocol));
        for (Path capture : captures) {
            if (!tape.full()) {
                replay(frames(capture), new Sensor("", (at, what) -> {}, SinkOptions.PLAIN, List.of(tape)));
            }
        }
        if (tape.kept().isEmpty()) {
            throw new IllegalStateException(
                    "NO CAPTURE SPEAKS " + protocol + ": set WEIR_CORPUS to the folder with MANIFEST.tsv");
        }
        return tape.kept();
    }

    /** Small captures of the corpus in which, by its manifest, the protocol is spoken, larger ones first. */
    private static List<Path> corpusCaptures(String protocol) {
        String family = protocol.split("_", 2)[0];
        Path folder = CORPUS.resolve(family);
        Path manifest = CORPUS.resolve("MANIFEST.tsv");
        if (!Files.exists(manifest)) {
            return List.of();
        }
        try {
            return Files.readAllLines(manifest).stream()
                    .skip(1)
                    .filter(row -> row.contains("\t" + protocol + ":")
                            || row.contains(";" + protocol + ":")
                            || row.contains("|" + protocol + ":")
                            || row.startsWith(family))
                    .map(row -> CORPUS.resolve(row.substring(0, row.indexOf('\t'))))
                    .filter(file -> file.toFile().length() < LARGEST)
                    .sorted(Comparator.comparing((Path file) -> !file.startsWith(folder))
                            .thenComparing(file -> -file.toFile().length()))
                    .limit(CAPTURES)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
