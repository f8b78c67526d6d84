// SPDX-License-Identifier: Apache-2.0
package weir.server.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import weir.wire.capture.Captures;
import weir.wire.capture.Damage;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;
import weir.wire.capture.NotACapture;
import weir.wire.sensor.Sensor;

/** One or several captures, from the first frame to the last, through a sensor. */
public final class CaptureRun {

    private static final int FRAMES_BETWEEN_LOOKS = 4096;

    /**
     * How a run ended.
     *
     * @param packets frames read
     * @param bytes bytes of input read, as they are on the disk
     * @param first time of the first frame, nanoseconds since the epoch
     * @param last time of the last
     * @param damages where inputs are damaged
     * @param stopped ended because the user wished it
     */
    public record Result(long packets, long bytes, long first, long last, List<Damage> damages, boolean stopped) {}

    private final List<Path> files;
    private final InputStream standardInput;

    public CaptureRun(List<Path> files, InputStream standardInput) {
        this.files = files;
        this.standardInput = standardInput;
    }

    /** Runs to the end, or until the user wishes to stop; the sensor is not told that the input has ended. */
    public Result through(Sensor sensor, Progress progress, Stop stop) throws IOException {
        try (FrameSource source = Captures.open(files, standardInput)) {
            Frame frame = new Frame();
            long packets = 0;
            long first = 0;
            boolean stopped = false;
            while (!stopped && source.next(frame)) {
                packets = frame.packet;
                if (packets == 1) {
                    first = frame.time;
                }
                sensor.frame(
                        frame.data,
                        frame.offset,
                        frame.captured,
                        frame.length,
                        frame.linkType,
                        frame.time,
                        frame.packet);
                if (packets % FRAMES_BETWEEN_LOOKS == 0) {
                    progress.at(packets, source.position(), source.size());
                }
                stopped = stop.wished();
            }
            progress.end();
            boolean cut = !stopped && stop.wished(); // standard input, and its end is no damage
            List<Damage> damages = cut ? List.of() : List.copyOf(source.damages());
            return new Result(packets, source.position(), first, frame.time, damages, stopped || cut);
        } catch (NotACapture nothing) {
            if (stop.wished()) {
                return new Result(0, 0, 0, 0, List.of(), true);
            }
            throw nothing;
        }
    }
}
