// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;

/**
 * How far a spool has been taken, as a file of two places that are written in turn: the one that a crash leaves half
 * written does not matter, the other still has the number before.
 *
 * <pre>
 * next       8 octets, number of the first message that has not been taken
 * dropped    8 octets, how many have been dropped unsent
 * checksum   8 octets, CRC-32 of these
 * </pre>
 */
final class Acknowledged implements AutoCloseable {

    private static final int PLACE = 24;

    private final FileChannel channel;
    private long next;
    private long dropped;
    private int turn;

    Acknowledged(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        for (int place = 0; place < 2; place++) {
            ByteBuffer bytes = ByteBuffer.allocate(PLACE);
            int length = channel.read(bytes, (long) place * PLACE);
            long read = bytes.getLong(0);
            long lost = bytes.getLong(8);
            if (length == PLACE && bytes.getLong(16) == checksum(read, lost) && read >= next) {
                next = read;
                dropped = lost;
                turn = 1 - place;
            }
        }
    }

    private static long checksum(long next, long dropped) {
        CRC32 crc = new CRC32();
        crc.update(ByteBuffer.allocate(16).putLong(next).putLong(dropped).flip());
        return crc.getValue();
    }

    void set(long newNext, long newDropped) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(PLACE).putLong(newNext).putLong(newDropped);
        bytes.putLong(checksum(newNext, newDropped)).flip();
        while (bytes.hasRemaining()) {
            channel.write(bytes, (long) turn * PLACE + bytes.position());
        }
        channel.force(false);
        next = newNext;
        dropped = newDropped;
        turn = 1 - turn;
    }

    long next() {
        return next;
    }

    long dropped() {
        return dropped;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
