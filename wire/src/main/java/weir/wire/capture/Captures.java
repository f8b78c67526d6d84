// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens captures: pcap and pcapng, as they are or packed with gzip, which is known by the bytes and not by the name.
 * What cannot be opened is {@link NotACapture}.
 */
public final class Captures {

    /** The name of standard input among files. */
    public static final String STANDARD_INPUT = "-";

    /** Bytes in memory for one input, and for all of them where there are many. */
    private static final int LARGEST_CHUNK = 256 * 1024;

    private static final int SMALLEST_CHUNK = 16 * 1024;
    private static final int ALL_CHUNKS = 32 * 1024 * 1024;
    private static final int GUNZIP_BUFFER = 64 * 1024;

    private static final int GZIP = 0x1f8b;

    private Captures() {}

    /**
     * Opens files, merged by time where there are several.
     *
     * @param files {@link #STANDARD_INPUT} stands for {@code standardInput}
     */
    public static FrameSource open(List<Path> files, InputStream standardInput) throws IOException {
        int chunk = Math.clamp(ALL_CHUNKS / Math.max(1, files.size()), SMALLEST_CHUNK, LARGEST_CHUNK);
        List<CaptureFile> opened = new ArrayList<>();
        try {
            for (Path file : files) {
                opened.add(open(file, standardInput, opened.size(), chunk));
            }
        } catch (IOException failed) {
            close(opened, failed);
            throw failed;
        }
        return opened.size() == 1 ? opened.getFirst() : new Merge(opened);
    }

    /** Opens a stream, which the source then owns. */
    public static FrameSource open(String name, InputStream stream) throws IOException {
        return open(name, stream, LARGEST_CHUNK);
    }

    static FrameSource open(String name, InputStream stream, int chunk) throws IOException {
        return open(name, 0, stream, -1, chunk);
    }

    private static CaptureFile open(Path file, InputStream standardInput, int number, int chunk) throws IOException {
        String name = file.toString();
        if (name.equals(STANDARD_INPUT)) {
            return open("standard input", number, standardInput, -1, chunk);
        }
        if (Files.isDirectory(file)) {
            throw new NotACapture(name + ": is a directory; give the capture files in it");
        }
        try {
            long size = Files.isRegularFile(file) ? Files.size(file) : -1;
            return open(name, number, Files.newInputStream(file), size, chunk);
        } catch (NoSuchFileException missing) {
            throw new NotACapture(name + ": there is no such file; check the path", missing);
        } catch (AccessDeniedException denied) {
            throw new NotACapture(name + ": may not be read; give this user the right to read it", denied);
        }
    }

    private static CaptureFile open(String name, int number, InputStream stream, long size, int chunkSize)
            throws IOException {
        try {
            Counted stored = new Counted(stream);
            PushbackInputStream first = new PushbackInputStream(stored, 2);
            boolean packed = packed(name, first);
            InputStream bytes = packed ? gunzip(name, first, Math.min(chunkSize, GUNZIP_BUFFER)) : first;
            return recognised(new Input(name, number, packed, stored, size, new Chunk(bytes, chunkSize)));
        } catch (IOException failed) {
            stream.close();
            throw failed;
        }
    }

    private static boolean packed(String name, PushbackInputStream stream) throws IOException {
        byte[] magic;
        try {
            magic = stream.readNBytes(2);
        } catch (IOException unreadable) {
            throw new NotACapture(name + ": cannot be read (" + unreadable.getMessage() + ")", unreadable);
        }
        if (magic.length == 0) {
            throw new NotACapture(name + ": is empty; see whether the capture ran, and give a file that it wrote");
        }
        stream.unread(magic);
        return magic.length == 2 && (((magic[0] & 0xff) << 8) | (magic[1] & 0xff)) == GZIP;
    }

    private static InputStream gunzip(String name, InputStream stream, int buffer) throws IOException {
        try {
            return new Gunzip(stream, buffer);
        } catch (IOException damaged) {
            throw new NotACapture(name + ": byte 0: the gzip header is damaged or cut; copy the file again", damaged);
        }
    }

    private static CaptureFile recognised(Input input) throws IOException {
        Chunk chunk = input.chunk();
        if (!chunk.has(4)) {
            @Nullable String failure = chunk.failure();
            throw new NotACapture(input.name() + ": byte 0: "
                    + (failure != null
                            ? failure + "; copy the file again"
                            : "only " + chunk.left() + " bytes, too few for a capture; give a whole one"));
        }
        chunk.bigEndian(true);
        if (chunk.i32(0) == Pcapng.SECTION) {
            return Pcapng.open(input);
        }
        if (!Pcap.begins(chunk.i32(0))) {
            chunk.bigEndian(false);
        }
        if (Pcap.begins(chunk.i32(0))) {
            return Pcap.open(input);
        }
        chunk.bigEndian(true);
        throw new NotACapture(input.name() + ": byte 0: " + OtherFormat.of(chunk.i32(0)));
    }

    private static void close(List<CaptureFile> opened, IOException because) {
        for (CaptureFile file : opened) {
            try {
                file.close();
            } catch (IOException alsoFailed) {
                because.addSuppressed(alsoFailed);
            }
        }
    }
}
