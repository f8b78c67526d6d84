// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Messages kept on disk, in order, until they have been taken. What was added is there after a crash; what was taken
 * comes no second time, but for the one message whose taking was not yet written down. It has a bound: when it is full
 * the oldest messages go first, and are counted.
 *
 * <p>Messages that have been taken stay until all have been: so whoever adds the same again after a crash, before the
 * rest was taken, can ask {@link #ids} what is here already.
 */
public final class Spool implements AutoCloseable {

    private static final int LEAST_PARTS = 8;

    private final Path folder;
    private final long most;
    private final FileChannel lock;
    private final Acknowledged acknowledged;
    private final Deque<Segment> segments = new ArrayDeque<>(); // bounded by the bytes of the spool

    private Spool(Path folder, long most, FileChannel lock) throws IOException {
        this.folder = folder;
        this.most = most;
        this.lock = lock;
        this.acknowledged = new Acknowledged(folder.resolve("acknowledged"));
    }

    /**
     * Opens what is there, or begins anew.
     *
     * @param most octets of all messages in it
     */
    public static Spool open(Path folder, long most) throws IOException {
        Files.createDirectories(folder);
        FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        try {
            if (locked(lock) == null) {
                throw new FileSystemException(folder.toString(), null, "is in use by another process");
            }
            Spool spool = new Spool(folder, most, lock);
            spool.find();
            return spool;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static @Nullable FileLock locked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void find() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Segment::isOne).sorted().toList();
        }
        for (Path file : files) {
            segments.add(Segment.open(file));
        }
        forgetTaken();
    }

    /** Adds messages, all of which are on the disk when it returns. */
    public void add(List<Message> messages) throws IOException {
        for (Message message : messages) {
            byte[] content = message.bytes();
            Segment last = segments.peekLast();
            if (last == null || (last.size() > 0 && last.size() + content.length > most / LEAST_PARTS)) {
                last = next(last);
            }
            last.append(content);
            bound();
        }
        Segment last = segments.peekLast();
        if (last != null) {
            last.force();
        }
    }

    private Segment next(@Nullable Segment last) throws IOException {
        if (last != null) {
            last.force();
        }
        Segment segment = Segment.begin(folder, last == null ? acknowledged.next() : last.next());
        segments.add(segment);
        return segment;
    }

    /** Drops the oldest until the rest fits; the one that is being written stays. */
    private void bound() throws IOException {
        while (segments.size() > 1 && size() > most) {
            Segment oldest = segments.removeFirst();
            long unsent = oldest.next() - Math.max(oldest.first(), acknowledged.next());
            if (unsent > 0) {
                acknowledged.set(oldest.next(), acknowledged.dropped() + unsent);
            }
            oldest.delete();
        }
    }

    private long size() {
        return segments.stream().mapToLong(Segment::size).sum();
    }

    /** The oldest message that has not been taken. */
    public Optional<Message> oldest() throws IOException {
        for (Segment segment : segments) {
            long number = Math.max(segment.first(), acknowledged.next());
            if (number < segment.next()) {
                return Optional.of(Message.of(segment.message(number)));
            }
        }
        return Optional.empty();
    }

    /** The oldest has been taken, and does not come again. */
    public void taken() throws IOException {
        for (Segment segment : segments) {
            long number = Math.max(segment.first(), acknowledged.next());
            if (number < segment.next()) {
                acknowledged.set(number + 1, acknowledged.dropped());
                break;
            }
        }
        forgetTaken();
    }

    private void forgetTaken() throws IOException {
        if (waiting() > 0) {
            return;
        }
        while (!segments.isEmpty()) {
            segments.removeFirst().delete();
        }
    }

    /** How many have not been taken. */
    public long waiting() {
        return segments.stream()
                .mapToLong(s -> Math.max(0, s.next() - Math.max(s.first(), acknowledged.next())))
                .sum();
    }

    /** How many went unsent because it was full, ever. */
    public long dropped() {
        return acknowledged.dropped();
    }

    /** Of all messages that are still here, also of those that have been taken. */
    public Set<String> ids() throws IOException {
        Set<String> ids = new HashSet<>(); // bounded by the bytes of the spool
        for (Segment segment : segments) {
            for (long number = segment.first(); number < segment.next(); number++) {
                ids.add(Message.of(segment.message(number)).id());
            }
        }
        return ids;
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : segments) {
            segment.close();
        }
        acknowledged.close();
        lock.close();
    }
}
