// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weir.wire.capture.Captures;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;

/**
 * A frame of a capture, to be written into another one.
 *
 * @param length bytes it had on the wire
 * @param time nanoseconds since the epoch
 */
record Recorded(byte[] data, int length, int linkType, long time) {

    private static final int NANOSECOND_MAGIC = 0xa1b23c4d;
    private static final long SECOND = 1_000_000_000L;

    /** All frames of a capture, in their order there. */
    static List<Recorded> all(Path capture) throws IOException {
        List<Recorded> all = new ArrayList<>();
        try (FrameSource source = Captures.open(List.of(capture), InputStream.nullInputStream())) {
            Frame frame = new Frame();
            while (source.next(frame)) {
                byte[] data = Arrays.copyOfRange(frame.data, frame.offset, frame.offset + frame.captured);
                all.add(new Recorded(data, frame.length, frame.linkType, frame.time));
            }
        }
        return all;
    }

    /** Writes them as pcap, which knows one link type: that of the first. */
    static Path write(Path to, List<Recorded> frames) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(head(frames.getFirst().linkType));
        for (Recorded frame : frames) {
            file.writeBytes(frame.head());
            file.writeBytes(frame.data);
        }
        return Files.write(to, file.toByteArray());
    }

    Recorded at(long otherTime) {
        return new Recorded(data, length, linkType, otherTime);
    }

    /** Magic, version 2.4, zone, accuracy, snap length, link type. */
    private static byte[] head(int linkType) {
        return ByteBuffer.allocate(24)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(NANOSECOND_MAGIC)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(262_144)
                .putInt(linkType)
                .array();
    }

    /** Seconds, nanoseconds, bytes captured, bytes there were. */
    private byte[] head() {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (time / SECOND))
                .putInt((int) (time % SECOND))
                .putInt(data.length)
                .putInt(length)
                .array();
    }
}
