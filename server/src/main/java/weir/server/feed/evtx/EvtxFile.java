// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A Windows event log as it lies on disk: a header, then chunks of 64 KiB, of which one at a time is held.
 *
 * <pre>
 *   0  "ElfFile\0"
 *  42  number of chunks    120  flags: 1 not closed    124  CRC-32 of the first 120 octets
 * </pre>
 */
public final class EvtxFile {

    /** How many octets tell that a file is one. */
    public static final int MAGIC_SIZE = 8;

    private static final long MAGIC = 0x00656c6946666c45L; // "ElfFile\0"
    private static final int HEADER = 4096;
    private static final int CHUNKS = 42;
    private static final int CHECKED = 120;
    private static final int CHECKSUM = 124;

    private EvtxFile() {}

    /** @param first the first octets of a file, all of them if it has fewer than {@link #MAGIC_SIZE} */
    public static boolean begins(byte[] first) {
        return first.length >= MAGIC_SIZE && ChunkCursor.number(first, 0, MAGIC_SIZE) == MAGIC;
    }

    /** Reads all of it; whatever is damaged is told, and left out. */
    public static void read(InputStream in, EvtxRecords to) throws IOException {
        int promised = promised(in.readNBytes(HEADER), to);
        byte[] octets = new byte[EvtxChunk.SIZE];
        int filled = in.readNBytes(octets, 0, octets.length);
        int whole = 0;
        for (; filled == octets.length; filled = in.readNBytes(octets, 0, octets.length)) {
            new EvtxChunk(octets, to).read();
            whole++;
        }
        if (filled > 0) {
            Arrays.fill(octets, filled, octets.length, (byte) 0);
            new EvtxChunk(octets, to).read();
        }
        if (filled > 0 || whole < promised) {
            to.strange(EvtxDamage.CUT.text());
        }
    }

    /** How many chunks there must be; a log that was not closed says it too low, and a damaged header nothing. */
    private static int promised(byte[] header, EvtxRecords to) {
        CRC32 checksum = new CRC32();
        checksum.update(header, 0, Math.min(CHECKED, header.length));
        if (header.length < HEADER || checksum.getValue() != ChunkCursor.number(header, CHECKSUM, 4)) {
            to.strange(EvtxDamage.HEADER.text());
            return 0;
        }
        return (int) ChunkCursor.number(header, CHUNKS, 2);
    }
}
