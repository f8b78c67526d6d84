// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weir.wire.capture.Captures;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;

/** The first frames of a capture, to be played again. */
record Played(String capture, List<Shot> shots) {

    private static final int FRAMES = 400;
    private static final int BYTES = 256 << 10;

    /** A frame; its time is nanoseconds after the first. */
    record Shot(byte[] bytes, int linkType, long after) {}

    /** All captures that hold a frame, those of the checkout first. */
    static List<Played> all() {
        return Material.captures().stream()
                .map(Played::of)
                .filter(played -> !played.shots().isEmpty())
                .toList();
    }

    private static Played of(Path file) {
        List<Shot> shots = new ArrayList<>();
        try (FrameSource source = Captures.open(List.of(file), System.in)) {
            Frame frame = new Frame();
            long first = 0;
            for (int bytes = 0; shots.size() < FRAMES && bytes < BYTES && source.next(frame); bytes += frame.captured) {
                first = shots.isEmpty() ? frame.time : first;
                byte[] copy = Arrays.copyOfRange(frame.data, frame.offset, frame.offset + frame.captured);
                shots.add(new Shot(copy, frame.linkType, Math.clamp(frame.time - first, 0, 60_000_000_000L)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
        return new Played(file.getFileName().toString(), List.copyOf(shots));
    }
}
