// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import weir.store.Change;
import weir.store.Store;

/** The one thread that changes the store. What waits while it commits is committed together afterwards. */
final class Writer {

    /** Changes of one group at most: an answer waits for all of its group. */
    private static final int GROUP = 512;

    private final Dialect dialect;
    /** As long as there are threads that ask, since each waits for its answer. */
    private final BlockingQueue<Asked<?>> waiting = new LinkedBlockingQueue<>();

    private final Asked<?> end = new Asked<>(change -> "");
    private final Thread thread;
    private @Nullable Session session;
    private boolean closed;

    Writer(Dialect dialect, Session session) {
        this.dialect = dialect;
        this.session = session;
        thread = Thread.ofPlatform().name("weir-store").daemon().start(this::run);
    }

    <T> T change(Store.Work<Change, T> work) throws IOException {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("a change is not made within a change");
        }
        Asked<T> asked = new Asked<>(work);
        add(asked);
        return asked.await();
    }

    private synchronized void add(Asked<?> asked) throws IOException {
        if (closed) {
            throw new IOException("the store at " + dialect.where() + " is closed");
        }
        waiting.add(asked);
    }

    /** Ends what was asked for already. */
    void close() {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("the store is not closed within a change");
        }
        synchronized (this) {
            if (!closed) {
                closed = true;
                waiting.add(end);
            }
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Asked<?>> group = new ArrayList<>();
        boolean going = true;
        while (going) {
            group.clear();
            take(group);
            going = !group.remove(end);
            if (!group.isEmpty()) {
                commit(group);
            }
        }
        drop();
    }

    private void take(List<Asked<?>> group) {
        try {
            group.add(waiting.take());
            waiting.drainTo(group, GROUP - 1);
        } catch (InterruptedException e) {
            // nobody has this thread to interrupt it
        }
    }

    private void commit(List<Asked<?>> group) {
        try {
            if (!new Group(owning()).commit(group)) {
                drop();
            }
        } catch (Throwable e) { // whoever waits has to be answered
            drop();
            IOException why = new IOException("no connection to the store at " + dialect.where(), e);
            group.forEach(asked -> asked.refuse(why));
        }
    }

    /** A session that is the only one to change the store; a new one where the old one has lost its connection. */
    private Session owning() throws SQLException {
        if (session != null) {
            try {
                session.own();
                return session;
            } catch (SQLException e) {
                drop();
            }
        }
        Session fresh = new Session(dialect, dialect.writer());
        session = fresh;
        fresh.own();
        return fresh;
    }

    /** Lets go of a connection that is of no use any more; the next change makes a new one. */
    private void drop() {
        Session old = session;
        session = null;
        try {
            if (old != null) {
                old.close();
            }
        } catch (SQLException e) {
            // it was of no use already
        }
    }
}
