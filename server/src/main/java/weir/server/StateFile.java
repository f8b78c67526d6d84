// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import weir.analysis.Picture;
import weir.analysis.baseline.Baseline;
import weir.analysis.detect.Memory;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;

/**
 * A picture on the disk, with the mark of the captures it was made from: the same captures go on where they were
 * stopped, others add to what is known.
 */
final class StateFile {

    private static final int MARKED_BYTES = 1 << 16;

    private final Path file;

    StateFile(Path file) {
        this.file = file;
    }

    /**
     * What was learned.
     *
     * @param baseline who does what
     * @param memory what detectors know beside it
     */
    record Known(Baseline baseline, Memory memory) {

        static Known nothing() {
            return new Known(new Baseline(), Memory.NONE);
        }

        /** The same once more, as it is now. */
        Known copy() throws IOException {
            return new Known(StateFile.copy(baseline), memory);
        }
    }

    /**
     * A picture and what is normal, and how far they have come.
     *
     * @param before what was normal before those captures: with it they are judged again
     * @param after what was normal after them, for other captures; as before where they are not finished
     * @param mark of the captures, see {@link #mark}
     * @param skip observations of those captures that are in it already
     * @param finished whether all of them are
     */
    record Saved(Picture picture, Known before, Known after, String mark, long skip, boolean finished) {}

    private static void write(Baseline baseline, OutputStream to) throws IOException {
        StateWriter out = new StateWriter(to);
        baseline.save(out);
        out.flush();
    }

    private static Baseline copy(Baseline baseline) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(baseline, bytes);
        return Baseline.load(new StateReader(new ByteArrayInputStream(bytes.toByteArray())));
    }

    Saved load() throws IOException {
        if (!Files.exists(file)) {
            return new Saved(new Picture(), Known.nothing(), Known.nothing(), "", 0, true);
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            String mark = in.readUTF();
            long skip = in.readLong();
            boolean finished = in.readBoolean();
            Picture picture = Picture.load(in);
            Baseline before = Baseline.load(new StateReader(in));
            Baseline after = Baseline.load(new StateReader(in));
            Known earlier = new Known(before, memory(in));
            return new Saved(picture, earlier, new Known(after, memory(in)), mark, skip, finished);
        } catch (EOFException | UTFDataFormatException cut) {
            throw new IOException(file + ": is cut, or no state of Weir; delete it to start afresh", cut);
        } catch (FileSystemException unreadable) {
            throw unreadable;
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /** A state of before there were memories ends here. */
    private static Memory memory(DataInputStream in) throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            return Memory.NONE;
        }
        in.reset();
        return Memory.load(in);
    }

    /** Keeps the state as an earlier version of the one that will be saved next. */
    void keep() throws IOException {
        try {
            new StateVersions(file).keep();
        } catch (IOException e) {
            throw new Unwritten(file, Problems.reason(e));
        }
    }

    /** Puts the new state in the place of the old one, or leaves the old one as it was. */
    void save(Saved saved) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
                out.writeUTF(saved.mark);
                out.writeLong(saved.skip);
                out.writeBoolean(saved.finished);
                saved.picture.save(out);
                write(saved.before.baseline, out);
                write(saved.after.baseline, out);
                saved.before.memory.save(out);
                saved.after.memory.save(out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Unwritten(file, Problems.reason(e));
        } finally {
            if (Files.exists(part)) {
                Files.delete(part);
            }
        }
    }

    /** What tells captures from others: their sizes and how they begin; "" where one is a stream, read only once. */
    static String mark(List<Path> captures) throws IOException {
        MessageDigest digest = sha256();
        for (Path capture : captures) {
            if (Files.exists(capture) && !Files.isRegularFile(capture)
                    || capture.toString().equals("-")) {
                return "";
            }
            digest.update(Long.toString(Files.size(capture)).getBytes(StandardCharsets.US_ASCII));
            try (InputStream in = Files.newInputStream(capture)) {
                digest.update(in.readNBytes(MARKED_BYTES));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
