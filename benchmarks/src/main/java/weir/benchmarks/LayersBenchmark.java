// SPDX-License-Identifier: Apache-2.0
package weir.benchmarks;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import weir.wire.net.Copies;
import weir.wire.net.Layers;
import weir.wire.net.Packet;

/** The headers of one frame of the sample plant, and whether a mirror port showed it before. */
public class LayersBenchmark extends Measured {

    private final List<Recorded.Kept> frames = Recorded.frames(Recorded.PLANT);
    private final long span = frames.getLast().time() - frames.getFirst().time() + 1_000_000_000L;
    private final Layers layers = new Layers();
    private final Copies copies = new Copies();
    private final Packet packet = new Packet();
    private int next;
    private long later;
    private long count;

    private Recorded.Kept frame() {
        Recorded.Kept frame = frames.get(next++);
        if (next == frames.size()) {
            next = 0;
            later += span;
        }
        return frame;
    }

    @Benchmark
    public Layers.Result headers() {
        Recorded.Kept frame = frame();
        byte[] bytes = frame.bytes();
        return layers.read(bytes, 0, bytes.length, frame.length(), frame.linkType(), frame.time() + later, packet);
    }

    @Benchmark
    public long headersAndCopies() {
        Recorded.Kept frame = frame();
        byte[] bytes = frame.bytes();
        long time = frame.time() + later;
        Layers.Result result = layers.read(bytes, 0, bytes.length, frame.length(), frame.linkType(), time, packet);
        if (result == Layers.Result.READ && copies.isCopy(packet, 0, bytes.length, time)) {
            count++;
        }
        return count;
    }
}
