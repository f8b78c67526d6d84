// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.wire.Contents;
import weir.wire.Parcel;

/**
 * Files and blocks of logic as they moved, kept in a folder: each under a number and the safe part of its name, with
 * {@value #PART} behind it unless all of it was seen, and listed in {@code files.csv}.
 */
public final class KeptFiles implements Contents {

    static final String PART = ".part";

    private static final OpenOption[] AFRESH = {
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        LinkOption.NOFOLLOW_LINKS
    };
    private static final OpenOption[] FURTHER = {
        StandardOpenOption.APPEND, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS
    };

    /**
     * How much is kept.
     *
     * @param file bytes of one; what is longer is cut
     * @param all bytes of all together
     * @param files how many; of further ones nothing is kept
     */
    public record Bounds(long file, long all, int files) {

        public static final Bounds USUAL = new Bounds(64L << 20, 1L << 30, 10_000);
    }

    /** One that is kept. */
    private static final class Kept {

        private final Parcel parcel;
        private final String name;
        private long bytes;
        private boolean whole;

        Kept(Parcel parcel, String name) {
            this.parcel = parcel;
            this.name = name;
        }

        String file() {
            return whole ? name : name + PART;
        }
    }

    private final Path folder;
    private final Bounds bounds;
    private final List<Kept> all = new ArrayList<>();
    private long bytes;
    private long turnedAway;
    private @Nullable Kept current;
    private OutputStream writing = OutputStream.nullOutputStream();
    private @Nullable IOException failure;

    public KeptFiles(Path folder, Bounds bounds) {
        this.folder = folder;
        this.bounds = bounds;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            failure = e;
        }
    }

    /** Why nothing more is kept; null while all is well. */
    public @Nullable IOException failure() {
        return failure;
    }

    /** How many were not kept because there were too many. */
    public long turnedAway() {
        return turnedAway;
    }

    @Override
    public void part(Parcel parcel, byte[] data, int offset, int length) {
        Kept kept = kept(parcel);
        if (kept == null || failure != null) {
            return;
        }
        int room = (int) Math.clamp(Math.min(bounds.file - kept.bytes, bounds.all - bytes), 0, length);
        if (room == 0) {
            return;
        }
        try {
            turnTo(kept);
            writing.write(data, offset, room);
            kept.bytes += room;
            bytes += room;
        } catch (IOException e) {
            failed(kept, e);
        }
    }

    @Override
    public void end(Parcel parcel) {
        Kept kept = kept(parcel);
        if (kept == null || failure != null) {
            return;
        }
        try {
            turnTo(kept);
            leave();
            if (parcel.whole() && kept.bytes == parcel.bytes()) {
                Files.move(path(kept), folder.resolve(kept.name), StandardCopyOption.REPLACE_EXISTING);
                kept.whole = true;
            }
        } catch (IOException e) {
            failed(kept, e);
        }
    }

    /** Lists them; what did not end by now stays a part. */
    public void close() {
        try {
            leave();
            if (failure == null) {
                new OutputFolder(folder).write("files.csv", this::list);
            }
        } catch (IOException e) {
            failure = e;
        }
    }

    private @Nullable Kept kept(Parcel parcel) {
        if (parcel.mark() instanceof Kept known) {
            return known;
        }
        if (all.size() >= bounds.files) {
            if (parcel.mark() == null) {
                turnedAway++;
                parcel.mark(this);
            }
            return null;
        }
        String named = SafeName.of(parcel.name());
        String safe = named.isEmpty() ? SafeName.of(parcel.kind()) : named;
        Kept kept = new Kept(parcel, String.format(Locale.ROOT, "%05d-%s", all.size() + 1, safe));
        all.add(kept);
        parcel.mark(kept);
        return kept;
    }

    /** One is open at a time: there may be more than a process may open. */
    private void turnTo(Kept kept) throws IOException {
        if (current != kept) {
            leave();
            writing = Files.newOutputStream(path(kept), kept.bytes == 0 ? AFRESH : FURTHER);
            current = kept;
        }
    }

    private void leave() throws IOException {
        current = null;
        writing.close();
        writing = OutputStream.nullOutputStream();
    }

    private Path path(Kept kept) {
        return folder.resolve(kept.name + PART);
    }

    private void failed(Kept kept, IOException e) {
        failure = e instanceof FileSystemException
                ? e
                : new FileSystemException(path(kept).toString(), null, e.getMessage());
    }

    private void list(Writer out) throws IOException {
        Csv csv = new Csv(out);
        csv.row(List.of(
                "file", "name", "protocol", "kind", "holder", "unit", "way", "bytes", "sha256", "complete", "packet"));
        for (Kept kept : all) {
            Parcel parcel = kept.parcel;
            csv.row(List.of(
                    kept.file(),
                    parcel.name(),
                    parcel.protocol(),
                    parcel.kind(),
                    parcel.holder().address().toString(),
                    parcel.holder().unit(),
                    parcel.way().name().toLowerCase(Locale.ROOT),
                    parcel.bytes(),
                    parcel.sha256(),
                    kept.whole ? "yes" : "no",
                    parcel.packet()));
        }
    }
}
