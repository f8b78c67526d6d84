// SPDX-License-Identifier: Apache-2.0
package weir.wire.annotated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;
import weir.wire.SinkOptions;
import weir.wire.Told;
import weir.wire.capture.Captures;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;
import weir.wire.sensor.Protocols;
import weir.wire.sensor.Sensor;

/** Every message of a capture, and what is told of it after those before it in its conversation; see {@link Told}. */
final class Playback {

    /** A message, which is whole with this packet. */
    record Played(long packet, Direction way, byte[] bytes, List<String> told) {}

    private final List<Played> messages = new ArrayList<>();

    private Playback() {}

    static List<Played> of(Path capture) {
        Playback playback = new Playback();
        List<Protocol> tapes =
                Protocols.all().stream().<Protocol>map(playback::tape).toList();
        Sensor sensor = new Sensor("", (at, what) -> {}, SinkOptions.PLAIN, tapes);
        try (FrameSource source = Captures.open(List.of(capture), System.in)) {
            Frame f = new Frame();
            while (source.next(f)) {
                sensor.frame(f.data, f.offset, f.captured, f.length, f.linkType, f.time, f.packet);
            }
            sensor.finish();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(capture.toString(), unreadable);
        }
        return playback.messages;
    }

    private Protocol tape(Protocol real) {
        return new Protocol() {
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
                return taping(real.open(), new Told(real));
            }
        };
    }

    private Dialogue taping(Dialogue real, Told told) {
        return new Dialogue() {
            @Override
            public int frame(Cursor in, Direction way) {
                return real.frame(in, way);
            }

            @Override
            public void message(Cursor in, Direction way, Sink out) {
                byte[] bytes = Arrays.copyOfRange(in.bytes(), in.offset(), in.offset() + in.left());
                told.message(bytes, way);
                messages.add(new Played(out.at().packet(), way, bytes, told.lines()));
                real.message(in, way, out);
            }

            @Override
            public void lost(Direction way) {
                told.lost(way);
                real.lost(way);
            }

            @Override
            public Direction direction(Cursor in, Direction presumed) {
                return real.direction(in, presumed);
            }

            @Override
            public @Nullable String speaks() {
                return real.speaks();
            }
        };
    }
}
