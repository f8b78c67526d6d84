// SPDX-License-Identifier: Apache-2.0
package weir.server.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import weir.server.site.Origins;
import weir.server.site.Site;
import weir.store.Kept;
import weir.store.Store;
import weir.wire.capture.Captures;
import weir.wire.capture.FrameSource;
import weir.wire.capture.NotACapture;

/**
 * The captures of a site. They are read one after another in the order in which they came, by a thread of their own.
 * What is known of the site is made of them alone, so after a restart they are read again from the first.
 */
public final class Imports implements AutoCloseable {

    private static final String SHELF = "imports";

    /** Captures of a site. */
    private static final int MOST = 10_000;

    /** Letters of a name. */
    private static final int LONGEST_NAME = 200;

    private final Site site;
    private final Store store;
    private final CaptureFolder folder;
    private final BiConsumer<String, Throwable> defects;
    private final TreeMap<String, Import> known = new TreeMap<>(); // at most MOST, with the lock of this
    private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(MOST);
    private final Thread reader = Thread.ofPlatform().name("imports").daemon().unstarted(this::readAll);
    private volatile boolean closed;

    /** @param defects is told of what went wrong in Weir itself, and where */
    public Imports(Site site, Store store, Path folder, long mostBytes, BiConsumer<String, Throwable> defects)
            throws IOException {
        this.site = site;
        this.store = store;
        this.folder = new CaptureFolder(folder, mostBytes);
        this.defects = defects;
        for (Kept kept : store.look(view -> view.page(SHELF, "", MOST))) {
            Import one = Import.read(kept.id(), kept.body());
            boolean refused = one.state() == Import.State.REFUSED;
            known.put(one.id(), refused ? one : one.waiting());
            if (!refused) {
                waiting.add(one.id());
            }
        }
        reader.start();
    }

    /** The latest first. */
    public synchronized List<Import> all() {
        return new ArrayList<>(known.descendingMap().values());
    }

    public synchronized Optional<Import> of(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** Takes a capture; when this returns it is kept, and will be read. */
    public Import take(String name, InputStream from) throws IOException, CannotTake {
        String id = reserve(name);
        try {
            Import taken = new Import(id, cut(name), Import.State.WAITING, folder.take(id, from), 0, 0, "");
            keep(taken);
            waiting.add(id);
            return taken;
        } catch (IOException | CannotTake | RuntimeException e) {
            forget(id);
            throw e;
        }
    }

    private static String cut(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private synchronized String reserve(String name) throws CannotTake {
        if (known.size() >= MOST) {
            throw new CannotTake(
                    CannotTake.Why.TOO_MANY, "There are " + MOST + " captures already; more are not taken.");
        }
        String id = String.format("%06d", known.isEmpty() ? 1 : Long.parseLong(known.lastKey()) + 1);
        known.put(id, new Import(id, cut(name), Import.State.WAITING, 0, 0, 0, ""));
        return id;
    }

    private void forget(String id) throws IOException {
        synchronized (this) {
            known.remove(id);
        }
        folder.delete(id);
    }

    private void keep(Import one) throws IOException {
        store.change(change -> change.put(SHELF, one.id(), one.written()));
        show(one);
    }

    private synchronized void show(Import one) {
        known.put(one.id(), one);
    }

    private void readAll() {
        while (!closed) {
            try {
                String id = waiting.poll(1, TimeUnit.SECONDS);
                Optional<Import> next = id == null ? Optional.empty() : of(id);
                if (next.isPresent()) {
                    read(next.get());
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                defects.accept("reading of captures", e);
            }
        }
    }

    private void read(Import one) throws IOException {
        try (FrameSource source = Captures.open(List.of(folder.of(one.id())), InputStream.nullInputStream())) {
            site.read(one.id(), source, () -> closed, (packets, at) -> show(one.reading(packets, at)));
            if (!closed) {
                boolean damaged = !source.damages().isEmpty();
                keep(of(one.id())
                        .orElse(one)
                        .ended(
                                damaged ? Import.State.DAMAGED : Import.State.DONE,
                                source.position(),
                                damaged ? told(source.damages().getFirst().message(), one) : ""));
            }
        } catch (NotACapture no) {
            keep(one.ended(Import.State.REFUSED, 0, told(String.valueOf(no.getMessage()), one)));
            folder.delete(one.id());
        }
    }

    /** Under the name that people know. */
    private String told(String message, Import one) {
        return message.replace(folder.of(one.id()).toString(), one.name());
    }

    /** Writes packets of the site as a capture. */
    public void excerpt(List<Origins.Run> runs, OutputStream to) throws IOException {
        Excerpt.write(runs, folder::of, to);
    }

    /** Waits until what was given is read. */
    public void await() throws InterruptedException {
        while (all().stream().anyMatch(i -> i.state().compareTo(Import.State.DONE) < 0)) {
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
        try {
            reader.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
