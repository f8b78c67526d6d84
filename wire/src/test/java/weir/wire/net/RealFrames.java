// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The frames of a capture file, with no more understanding of its format than the corpus needs. */
final class RealFrames {

    /** Is given each frame. */
    interface Reader {
        void frame(byte[] data, int offset, int captured, int length, int linkType, long time);
    }

    private record Source(int linkType, long ticksPerSecond) {
        long nanoseconds(long ticks) {
            long seconds = ticks / ticksPerSecond;
            return seconds * 1_000_000_000L + ticks % ticksPerSecond * 1_000_000_000L / ticksPerSecond;
        }
    }

    private RealFrames() {}

    /** The folder of real captures; without it the tests of real captures fail. */
    static Path corpus() {
        String named = System.getenv("WEIR_CORPUS");
        Path folder =
                named != null ? Path.of(named) : Path.of(System.getProperty("weir.shared", "../../shared"), "corpus");
        if (!Files.exists(folder.resolve("truth.tsv"))) {
            throw new IllegalStateException("CORPUS ABSENT: set WEIR_CORPUS to the folder that holds truth.tsv");
        }
        return folder;
    }

    static void read(Path file, Reader reader) {
        byte[] bytes = bytes(file);
        if (ByteBuffer.wrap(bytes).getInt(0) == 0x0a0d0d0a) {
            readBlocks(bytes, reader);
        } else {
            readRecords(bytes, reader);
        }
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void readRecords(byte[] bytes, Reader reader) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean little = in.get(0) == (byte) 0xd4 || in.get(0) == 0x4d;
        in.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int unit = in.getInt(0) == 0xa1b23c4d ? 1 : 1_000;
        int linkType = in.getInt(20) & 0xffff;
        int at = 24;
        while (at + 16 <= in.limit()) {
            int captured = in.getInt(at + 8);
            if (captured < 0 || captured > in.limit() - at - 16) {
                return;
            }
            long time = in.getInt(at) * 1_000_000_000L + (long) in.getInt(at + 4) * unit;
            reader.frame(bytes, at + 16, captured, in.getInt(at + 12), linkType, time);
            at += 16 + captured;
        }
    }

    private static void readBlocks(byte[] bytes, Reader reader) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<Source> sources = new ArrayList<>();
        int at = 0;
        while (at + 12 <= in.limit()) {
            int type = in.getInt(at);
            if (type == 0x0a0d0d0a) {
                in.order(in.get(at + 8) == 0x4d ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
                sources.clear();
            }
            type = in.getInt(at);
            int size = in.getInt(at + 4);
            if (size < 12 || size > in.limit() - at) {
                return;
            }
            switch (type) {
                case 1 -> sources.add(source(in, at, size));
                case 2, 6 -> {
                    Source source = sources.get(type == 6 ? in.getInt(at + 8) : in.getShort(at + 8));
                    long ticks = ((long) in.getInt(at + 12) << 32) | (in.getInt(at + 16) & 0xffff_ffffL);
                    long time = source.nanoseconds(ticks);
                    reader.frame(bytes, at + 28, in.getInt(at + 20), in.getInt(at + 24), source.linkType(), time);
                }
                case 3 -> {
                    int captured = Math.min(in.getInt(at + 8), size - 16);
                    reader.frame(
                            bytes,
                            at + 12,
                            captured,
                            in.getInt(at + 8),
                            sources.getFirst().linkType(),
                            0);
                }
                default -> {}
            }
            at += size;
        }
    }

    /** Interface description; option 9 is the resolution of times. */
    private static Source source(ByteBuffer in, int block, int size) {
        long ticks = 1_000_000;
        int at = block + 16;
        while (at + 4 <= block + size - 4 && in.getShort(at) != 0) {
            if (in.getShort(at) == 9) {
                int resolution = in.get(at + 4);
                ticks = resolution < 0 ? 1L << (resolution & 0x7f) : (long) Math.pow(10, resolution);
            }
            at += 4 + ((in.getShort(at + 2) & 0xffff) + 3 & ~3);
        }
        return new Source(in.getShort(block + 8) & 0xffff, ticks);
    }
}
