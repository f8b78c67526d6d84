// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Frames of a whole capture in memory. */
final class TinyCapture {

    record Frame(byte[] data, int length, int linkType, long time) {}

    static List<Frame> read(Path file) throws IOException {
        byte[] all;
        try (InputStream in = Files.newInputStream(file)) {
            all = file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
        ByteBuffer b = ByteBuffer.wrap(all);
        List<Frame> frames = new ArrayList<>();
        int magic = b.getInt(0);
        if (magic == 0x0a0d0d0a) {
            pcapng(b, frames);
            return frames;
        }
        boolean big = magic == 0xa1b2c3d4 || magic == 0xa1b23c4d;
        b.order(big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        long unit = b.getInt(0) == 0xa1b23c4d ? 1 : 1000;
        int link = b.getInt(20) & 0xffff;
        for (int at = 24; at + 16 <= all.length; ) {
            int captured = b.getInt(at + 8);
            if (captured < 0 || at + 16 + captured > all.length) {
                break;
            }
            byte[] data = java.util.Arrays.copyOfRange(all, at + 16, at + 16 + captured);
            frames.add(new Frame(
                    data,
                    b.getInt(at + 12),
                    link,
                    (b.getInt(at) & 0xffffffffL) * 1_000_000_000L + (b.getInt(at + 4) & 0xffffffffL) * unit));
            at += 16 + captured;
        }
        return frames;
    }

    private static void pcapng(ByteBuffer b, List<Frame> frames) {
        int[] links = new int[256];
        long[] unit = new long[256];
        int n = 0;
        for (int at = 0; at + 12 <= b.capacity(); ) {
            int type = b.getInt(at);
            if (type == 0x0a0d0d0a) {
                b.order(ByteOrder.LITTLE_ENDIAN);
                if (b.getInt(at + 8) != 0x1a2b3c4d) {
                    b.order(ByteOrder.BIG_ENDIAN);
                }
                n = 0;
            }
            type = b.getInt(at);
            int size = b.getInt(at + 4);
            if (size < 12 || at + size > b.capacity()) {
                return;
            }
            if (type == 1) {
                links[n] = b.getShort(at + 8) & 0xffff;
                unit[n] = 1000;
                for (int o = at + 16; o + 4 <= at + size - 4; ) {
                    int code = b.getShort(o) & 0xffff;
                    int length = b.getShort(o + 2) & 0xffff;
                    if (code == 0) {
                        break;
                    }
                    if (code == 9) {
                        unit[n] = b.get(o + 4) == 9 ? 1 : 1000;
                    }
                    o += 4 + (length + 3 & ~3);
                }
                n++;
            } else if (type == 6) {
                int i = b.getInt(at + 8);
                long ticks = (long) b.getInt(at + 12) << 32 | b.getInt(at + 16) & 0xffffffffL;
                int captured = b.getInt(at + 20);
                byte[] data = new byte[captured];
                b.get(at + 28, data);
                frames.add(new Frame(data, b.getInt(at + 24), links[i], ticks * unit[i]));
            } else if (type == 3) {
                int length = b.getInt(at + 8);
                byte[] data = new byte[Math.min(length, size - 16)];
                b.get(at + 12, data);
                frames.add(new Frame(data, length, links[0], 0));
            }
            at += size;
        }
    }

    private TinyCapture() {}
}
