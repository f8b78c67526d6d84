// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Corpus;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;
import weir.wire.SinkOptions;
import weir.wire.capture.Captures;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;
import weir.wire.sensor.Sensor;

/**
 * Real conversations of every registered protocol: what the decoder contract is tested on. Taken from the captures of
 * the checkout, and from the corpus where it is there.
 */
final class Material {

    private static final int CONVERSATIONS = 24;
    private static final int MESSAGES = 400;
    private static final int BYTES = 1 << 20;

    /** Gathered once for each choice of protocols. */
    private static final Map<List<Protocol>, Material> GATHERED = new ConcurrentHashMap<>();

    private final Map<String, List<Spoken>> byProtocol;

    private Material(List<Protocol> protocols) {
        byProtocol = gather(protocols);
    }

    /** What is said where these protocols are looked for. */
    static Material among(List<Protocol> protocols) {
        return GATHERED.computeIfAbsent(protocols, Material::new);
    }

    List<Spoken> of(Protocol protocol) {
        return byProtocol.getOrDefault(protocol.name(), List.of());
    }

    /** Captures of the checkout, then those of the corpus. */
    static List<Path> captures() {
        List<Path> files = new ArrayList<>(own());
        if (Corpus.root().isPresent()) {
            Corpus.captures().forEach(c -> files.add(c.file()));
        }
        return files;
    }

    static List<Path> own() {
        Path root = Path.of(System.getProperty("weir.root", ".."));
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("samples", "captures")) {
            if (Files.isDirectory(root.resolve(folder))) {
                try (Stream<Path> found = Files.walk(root.resolve(folder))) {
                    found.filter(f -> f.toString().matches(".*\\.pcap(ng)?(\\.gz)?"))
                            .sorted()
                            .forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
    }

    private static Map<String, List<Spoken>> gather(List<Protocol> protocols) {
        Map<String, List<Spoken>> all = new TreeMap<>();
        for (Path file : captures()) {
            List<Protocol> tapes = protocols.stream()
                    .<Protocol>map(p -> new Tape(p, file.getFileName().toString(), all))
                    .toList();
            run(file, new Sensor("", (at, what) -> {}, SinkOptions.PLAIN, tapes));
        }
        return all;
    }

    static void run(Path file, Sensor sensor) {
        try (FrameSource source = Captures.open(List.of(file), System.in)) {
            Frame f = new Frame();
            while (source.next(f)) {
                sensor.frame(f.data, f.offset, f.captured, f.length, f.linkType, f.time, f.packet);
            }
            sensor.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** A protocol that keeps what is said in it. */
    private static final class Tape implements Protocol {
        private final Protocol real;
        private final String capture;
        private final Map<String, List<Spoken>> all;

        Tape(Protocol real, String capture, Map<String, List<Spoken>> all) {
            this.real = real;
            this.capture = capture;
            this.all = all;
        }

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public List<Carrier> carriers() {
            return real.carriers();
        }

        @Override
        public Likeness probe(Cursor in, Transport over) {
            return real.probe(in, over);
        }

        @Override
        public Dialogue open() {
            return new Taping(this, real.open());
        }
    }

    private static final class Taping implements Dialogue {
        private final Tape tape;
        private final Dialogue real;
        private List<Spoken.Said> said = List.of();
        private boolean counted;
        private int bytes;

        Taping(Tape tape, Dialogue real) {
            this.tape = tape;
            this.real = real;
        }

        @Override
        public int frame(Cursor in, Direction way) {
            return real.frame(in, way);
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            byte[] copy = new byte[in.left()];
            System.arraycopy(in.bytes(), in.offset(), copy, 0, copy.length);
            keep(new Spoken.Said(way, copy, out.time()), out.at().transport());
            real.message(in, way, out);
        }

        private void keep(Spoken.Said message, Transport transport) {
            if (!counted) {
                counted = true;
                List<Spoken> known = tape.all.computeIfAbsent(tape.name(), n -> new ArrayList<>());
                if (known.size() < CONVERSATIONS) {
                    said = new ArrayList<>();
                    known.add(new Spoken(tape.real, transport, tape.capture, said));
                }
            }
            if (said instanceof ArrayList && said.size() < MESSAGES && bytes + message.bytes().length < BYTES) {
                bytes += message.bytes().length;
                said.add(message);
            }
        }

        @Override
        public void lost(Direction way) {
            real.lost(way);
        }

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            return real.direction(in, presumed);
        }

        @Override
        public @org.jspecify.annotations.Nullable String speaks() {
            return real.speaks();
        }
    }
}
