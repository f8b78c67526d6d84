// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The beginning of a pcap file, as long as its packets are from the first so many seconds. */
final class NormalPart {

    private NormalPart() {}

    /** Returns when the part ends, seconds since the epoch. */
    static double cut(Path packed, long seconds, Path to) throws IOException {
        try (InputStream file = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(packed)));
                DataInputStream in = new DataInputStream(file);
                OutputStream out = Files.newOutputStream(to)) {
            byte[] header = in.readNBytes(24);
            out.write(header);
            ByteOrder order =
                    header[0] == (byte) 0xd4 || header[0] == 0x4d ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            long end = 0;
            while (true) {
                byte[] record = in.readNBytes(16);
                if (record.length < 16) {
                    return end;
                }
                ByteBuffer fields = ByteBuffer.wrap(record).order(order);
                long time = Integer.toUnsignedLong(fields.getInt(0));
                end = end == 0 ? time + seconds : end;
                if (time >= end) {
                    return end;
                }
                out.write(record);
                out.write(in.readNBytes(fields.getInt(8)));
            }
        }
    }
}
