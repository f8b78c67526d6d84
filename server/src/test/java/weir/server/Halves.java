// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import weir.wire.capture.Captures;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;

/** A capture dealt out to two files in turns of a hundred frames, so that they overlap in time. */
final class Halves {

    private static final int NANOSECOND_MAGIC = 0xa1b23c4d;
    private static final int TURN = 100;
    private static final long SECOND = 1_000_000_000L;

    private Halves() {}

    static void split(Path capture, Path one, Path other) throws IOException {
        ByteArrayOutputStream[] files = {new ByteArrayOutputStream(), new ByteArrayOutputStream()};
        try (FrameSource source = Captures.open(List.of(capture), InputStream.nullInputStream())) {
            Frame frame = new Frame();
            while (source.next(frame)) {
                for (ByteArrayOutputStream file : files) {
                    if (file.size() == 0) {
                        file.writeBytes(head(frame.linkType));
                    }
                }
                ByteArrayOutputStream file = files[(int) ((frame.packet - 1) / TURN % 2)];
                file.writeBytes(head(frame));
                file.write(frame.data, frame.offset, frame.captured);
            }
        }
        Files.write(one, files[0].toByteArray());
        Files.write(other, files[1].toByteArray());
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
    private static byte[] head(Frame frame) {
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (frame.time / SECOND))
                .putInt((int) (frame.time % SECOND))
                .putInt(frame.captured)
                .putInt(frame.length)
                .array();
    }
}
