// SPDX-License-Identifier: Apache-2.0
package weir.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import weir.wire.capture.Captures;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;

/** One frame out of the sample plant's capture, given over and over from memory. */
public class CaptureBenchmark extends Measured {

    private static final long MICROSECOND = 1_000;
    private static final long SECOND = 1_000_000_000;

    /** Format of the capture. */
    public enum Format {
        PCAP,
        PCAPNG
    }

    @Param
    public Format format = Format.PCAP;

    private final Frame frame = new Frame();
    private @Nullable FrameSource source;

    @Setup
    public void open() throws IOException {
        Endless stream = switch (format) {
            // a section may follow a section
            case PCAPNG -> new Endless(Files.readAllBytes(Recorded.PLANT), Files.readAllBytes(Recorded.PLANT));
            case PCAP -> pcap(Recorded.frames(Recorded.PLANT));
        };
        source = Captures.open("endless", stream);
    }

    private static Endless pcap(List<Recorded.Kept> frames) {
        ByteBuffer head = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4).putLong(0);
        head.putInt(1 << 18).putInt(1);
        int size = frames.stream().mapToInt(f -> 16 + f.bytes().length).sum();
        ByteBuffer records = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (Recorded.Kept frame : frames) {
            records.putInt((int) (frame.time() / SECOND)).putInt((int) (frame.time() % SECOND / MICROSECOND));
            records.putInt(frame.bytes().length).putInt(frame.length()).put(frame.bytes());
        }
        return new Endless(head.array(), records.array());
    }

    @Benchmark
    public long frame() throws IOException {
        if (!Objects.requireNonNull(source).next(frame)) {
            throw new IllegalStateException("an endless capture ended");
        }
        return frame.time;
    }

    @TearDown
    public void close() throws IOException {
        Objects.requireNonNull(source).close();
    }
}
