// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a source gave.
 *
 * @param damage where it ended before its end
 */
record Reading(List<Seen> frames, @Nullable Damage damage) {

    /** A frame that was kept. */
    record Seen(long time, List<Byte> bytes, int length, int linkType, int input, long packet, int interfaceNumber) {

        static Seen of(Frame frame) {
            List<Byte> bytes = new ArrayList<>();
            for (int i = 0; i < frame.captured; i++) {
                bytes.add(frame.data[frame.offset + i]);
            }
            return new Seen(
                    frame.time, bytes, frame.length, frame.linkType, frame.input, frame.packet, frame.interfaceNumber);
        }

        int captured() {
            return bytes.size();
        }
    }

    static Reading of(CaptureBytes capture) throws IOException {
        return of(capture.bytes());
    }

    static Reading of(byte[] bytes) throws IOException {
        return of(bytes, 1 << 16);
    }

    static Reading of(byte[] bytes, int chunk) throws IOException {
        return of(Captures.open("x.pcap", new ByteArrayInputStream(bytes), chunk));
    }

    static Reading of(FrameSource source) throws IOException {
        try (source) {
            List<Seen> frames = new ArrayList<>();
            Frame frame = new Frame();
            while (source.next(frame)) {
                frames.add(Seen.of(frame));
            }
            if (source.next(frame)) {
                throw new AssertionError("a frame after the end");
            }
            return new Reading(frames, source.damage());
        }
    }

    List<Long> times() {
        return frames.stream().map(Seen::time).toList();
    }

    long damagePosition() {
        return damage == null ? -1 : damage.position();
    }

    String reason() {
        return damage == null ? "" : damage.reason();
    }

    /** The bytes that {@link CaptureBytes#frame} makes. */
    static List<Byte> bytes(int length) {
        List<Byte> bytes = new ArrayList<>();
        for (byte each : Arrays.copyOf(CaptureBytes.frame(length), length)) {
            bytes.add(each);
        }
        return bytes;
    }
}
