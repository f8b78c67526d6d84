// SPDX-License-Identifier: Apache-2.0
package weir.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The folder where captures are kept that were given. A file is there whole or not at all. */
final class CaptureFolder {

    /** Bytes left free on the disk for what else the server writes. */
    private static final long SPARE = 1L << 30;

    private static final int LOOK_EACH = 64 << 20;

    private final Path folder;
    private final long mostBytes;

    /** @param mostBytes of one capture */
    CaptureFolder(Path folder, long mostBytes) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.mostBytes = mostBytes;
        try (var left = Files.newDirectoryStream(folder, "*.part")) {
            for (Path part : left) {
                Files.delete(part);
            }
        }
    }

    Path of(String id) {
        return folder.resolve(id);
    }

    /** Takes a capture that comes in pieces; how many bytes it has. */
    long take(String id, InputStream from) throws IOException, CannotTake {
        Path part = folder.resolve(id + ".part");
        try {
            long bytes = copied(from, part);
            Files.move(part, of(id), StandardCopyOption.ATOMIC_MOVE);
            return bytes;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private long copied(InputStream from, Path part) throws IOException, CannotTake {
        byte[] piece = new byte[64 << 10];
        long bytes = 0;
        long looked = -LOOK_EACH;
        try (OutputStream to = Files.newOutputStream(part)) {
            for (int n = from.read(piece); n >= 0; n = from.read(piece)) {
                bytes += n;
                if (bytes > mostBytes) {
                    throw new CannotTake(
                            CannotTake.Why.TOO_LARGE,
                            "A capture of more than " + mostBytes + " bytes is not taken; cut it, or give it packed.");
                }
                if (bytes - looked >= LOOK_EACH) {
                    looked = bytes;
                    if (Files.getFileStore(folder).getUsableSpace() < SPARE) {
                        throw new CannotTake(
                                CannotTake.Why.NO_ROOM,
                                "The disk of the server is nearly full; make room there, and give the capture again.");
                    }
                }
                to.write(piece, 0, n);
            }
        }
        return bytes;
    }

    void delete(String id) throws IOException {
        Files.deleteIfExists(of(id));
    }
}
