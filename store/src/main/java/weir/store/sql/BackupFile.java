// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A backup: a line that says what it is, what is in it (gzip), and the SHA-256 of both. */
final class BackupFile {

    private static final byte[] TITLE = "weir backup 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST = 32;
    private static final int BUFFER = 1 << 16;

    private BackupFile() {}

    /** What writes the content. */
    @FunctionalInterface
    interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    /** What reads the content. */
    @FunctionalInterface
    interface Reader {
        void read(DataInputStream in) throws IOException;
    }

    /** Under its name there is a whole backup or none. */
    static void write(Path file, Content content) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString(), null, "a backup is written to a new file");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                write(Channels.newOutputStream(channel), content);
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(OutputStream out, Content content) throws IOException {
        MessageDigest digest = sha256();
        BufferedOutputStream file = new BufferedOutputStream(out, BUFFER);
        DigestOutputStream digested = new DigestOutputStream(file, digest);
        digested.write(TITLE);
        try (DataOutputStream data = new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(unclosed(digested), BUFFER), BUFFER))) {
            content.write(data);
        }
        file.write(digest.digest());
        file.flush();
    }

    /** Throws where the file is not a backup, whole and as it was written. */
    static void check(Path file) throws IOException {
        MessageDigest digest = sha256();
        long left = Files.size(file) - DIGEST;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            in.mark(TITLE.length);
            if (!Arrays.equals(in.readNBytes(TITLE.length), TITLE)) {
                throw new IOException("the file " + file + " is no backup that this Weir reads");
            }
            in.reset();
            while (left > 0) {
                int read = in.readNBytes(buffer, 0, (int) Math.min(left, BUFFER));
                digest.update(buffer, 0, read);
                left = read == 0 ? 0 : left - read;
            }
            if (!Arrays.equals(in.readNBytes(DIGEST), digest.digest())) {
                throw new IOException("the backup " + file + " is damaged or cut short: its checksum is not that of"
                        + " its content; use another copy");
            }
        }
    }

    static void read(Path file, Reader reader) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            in.skipNBytes(TITLE.length);
            // what follows the content is no part of it: a second member is not looked for in what cannot be one
            DataInputStream data =
                    new DataInputStream(new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER));
            reader.read(data);
        }
    }

    private static OutputStream unclosed(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] octets, int from, int length) throws IOException {
                out.write(octets, from, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
