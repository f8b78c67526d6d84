// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A file of messages, each behind the other:
 *
 * <pre>
 * length     4 octets, of the content
 * checksum   4 octets, CRC-32 of the content
 * content
 * </pre>
 *
 * Its name is the number of its first message. What a crash has left half written at its end is cut when it is opened.
 */
final class Segment implements AutoCloseable {

    private static final int HEAD = 8;
    private static final int LONGEST = Message.LONGEST + (1 << 17);
    private static final String SUFFIX = ".messages";

    private final Path file;
    private final FileChannel channel;
    private final long first;
    private final List<Long> offsets = new ArrayList<>(); // bounded by the size of a segment
    private long size;

    private Segment(Path file, FileChannel channel, long first) {
        this.file = file;
        this.channel = channel;
        this.first = first;
    }

    static boolean isOne(Path file) {
        return file.getFileName() != null
                && file.getFileName().toString().matches("[0-9]{19}" + SUFFIX.replace(".", "\\."));
    }

    static Segment begin(Path folder, long first) throws IOException {
        Segment segment = open(folder.resolve("%019d%s".formatted(first, SUFFIX)));
        try (FileChannel itself = FileChannel.open(folder, StandardOpenOption.READ)) {
            itself.force(true); // the name of the new file, too, outlives a loss of power
        } catch (IOException e) {
            // a system where a folder cannot be opened keeps names by itself
        }
        return segment;
    }

    static Segment open(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        long first = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        Segment segment = new Segment(file, channel, first);
        try {
            segment.find();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return segment;
    }

    /** Where the whole messages are; the rest is cut. */
    private void find() throws IOException {
        while (readable(size)) {
            offsets.add(size);
            size += HEAD + length(size);
        }
        channel.truncate(size);
    }

    private boolean readable(long at) throws IOException {
        if (channel.size() - at < HEAD) {
            return false;
        }
        int length = length(at);
        if (length < 0 || length > LONGEST || channel.size() - at - HEAD < length) {
            return false;
        }
        return checksum(content(at).array()) == read(at + 4, 4).getInt();
    }

    private int length(long at) throws IOException {
        return read(at, 4).getInt();
    }

    private ByteBuffer content(long at) throws IOException {
        return read(at + HEAD, length(at));
    }

    private ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new IOException(file + " has become shorter");
            }
        }
        return bytes.flip();
    }

    private static int checksum(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    /** Adds a message; {@link #force} makes it last. What could not be written whole is cut away. */
    void append(byte[] content) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + content.length)
                .putInt(content.length)
                .putInt(checksum(content))
                .put(content)
                .flip();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes, size + bytes.position());
            }
        } catch (IOException e) {
            channel.truncate(size);
            throw e;
        }
        offsets.add(size);
        size += HEAD + content.length;
    }

    /** @param number of a message of this segment */
    byte[] message(long number) throws IOException {
        return content(offsets.get((int) (number - first))).array();
    }

    void force() throws IOException {
        channel.force(true);
    }

    /** Number of its first message. */
    long first() {
        return first;
    }

    /** Number that comes behind its last message. */
    long next() {
        return first + offsets.size();
    }

    long size() {
        return size;
    }

    void delete() throws IOException {
        channel.close();
        Files.delete(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
