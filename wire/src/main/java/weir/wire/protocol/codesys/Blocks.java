// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.codesys;

import java.util.Arrays;
import java.util.zip.CRC32;
import weir.wire.Cursor;

/** The pieces of one message in one direction, put together. */
final class Blocks {

    /** Octets kept of one message; what follows in a longer one is not. */
    private static final int MOST = 1 << 16;

    private final CRC32 crc = new CRC32();
    private byte[] held = {};
    private int kept;
    private long total;
    private long missing;
    private int channel = -1;
    private long number;
    private long check;

    /** Whether a message has begun and not ended. */
    boolean isOpen() {
        return missing > 0;
    }

    /** Begins a message of this length whose first piece is here. */
    void begin(int onChannel, long block, long length, long checksum, Cursor piece) {
        channel = onChannel;
        number = block;
        check = checksum;
        total = length;
        missing = length;
        kept = 0;
        crc.reset();
        add(piece);
    }

    /** Whether this block is the next of the message that is open. */
    boolean isNext(int onChannel, long block) {
        return isOpen() && onChannel == channel && block == number + 1;
    }

    /** Whether this block was the last one that was seen. */
    boolean isAgain(int onChannel, long block) {
        return onChannel == channel && block == number;
    }

    void next(Cursor piece) {
        number++;
        add(piece);
    }

    private void add(Cursor piece) {
        int length = (int) Math.min(missing, piece.left());
        crc.update(piece.bytes(), piece.offset(), length);
        int fits = Math.min(length, MOST - kept);
        if (kept + fits > held.length) {
            held = Arrays.copyOf(held, Math.max(kept + fits, Math.min(MOST, 2 * held.length)));
        }
        System.arraycopy(piece.bytes(), piece.offset(), held, kept, fits);
        kept += fits;
        missing -= length;
    }

    /** Whether the check is that of the whole message. */
    boolean isGood() {
        return crc.getValue() == check;
    }

    /** Whether all of a message that has ended is kept. */
    boolean isKept() {
        return kept == total;
    }

    void abandon() {
        missing = 0;
    }

    /** The message, as much of it as is kept. */
    Cursor content(Cursor into) {
        return into.wrap(held, 0, kept);
    }
}
