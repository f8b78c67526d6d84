// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Times the reading of captures, warm: {@code ReadingTime ROUNDS FILE...}. */
public final class ReadingTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ReadingTime() {}

    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        List<Path> files = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            long busy = THREADS.getCurrentThreadCpuTime();
            long packets = 0;
            long bytes = 0;
            Frame frame = new Frame();
            try (FrameSource source = Captures.open(files, InputStream.nullInputStream())) {
                while (source.next(frame)) {
                    packets++;
                    bytes += frame.captured;
                }
            }
            double nanoseconds = System.nanoTime() - start;
            double cpu = THREADS.getCurrentThreadCpuTime() - busy;
            System.out.printf(
                    "%d packets, %d bytes, %.3f s; a packet %.1f ns, %.1f ns of processor%n",
                    packets, bytes, nanoseconds / 1e9, nanoseconds / packets, cpu / packets);
        }
    }
}
