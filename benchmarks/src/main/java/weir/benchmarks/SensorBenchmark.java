// SPDX-License-Identifier: Apache-2.0
package weir.benchmarks;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import weir.analysis.Picture;
import weir.wire.SinkOptions;
import weir.wire.sensor.Sensor;

/** One frame of the sample plant all the way from bytes to the picture; each day of it begins when all is forgotten. */
public class SensorBenchmark extends Measured {

    private static final long SILENCE = 400_000_000_000L;

    private final List<Recorded.Kept> frames = Recorded.frames(Recorded.PLANT);
    private final long span = frames.getLast().time() - frames.getFirst().time() + SILENCE;
    private final Picture picture = new Picture();
    private final Sensor sensor = new Sensor("plant", picture, SinkOptions.PLAIN);
    private int next;
    private long later;
    private long number;

    @Benchmark
    public Picture frame() {
        Recorded.Kept frame = frames.get(next++);
        long time = frame.time() + later;
        if (next == frames.size()) {
            next = 0;
            later += span;
        }
        byte[] bytes = frame.bytes();
        sensor.frame(bytes, 0, bytes.length, frame.length(), frame.linkType(), time, ++number);
        return picture;
    }
}
