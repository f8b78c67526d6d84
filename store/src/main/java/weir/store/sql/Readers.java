// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import weir.store.Store;
import weir.store.View;

/** The connections that look; each is made when there is need of it. */
final class Readers {

    private final Dialect dialect;
    private final Semaphore free;
    /** As many as there are permits. */
    private final Queue<Session> idle = new ConcurrentLinkedQueue<>();

    private volatile boolean closed;

    Readers(Dialect dialect) {
        this.dialect = dialect;
        free = new Semaphore(dialect.readers(), true);
    }

    <T> T look(Store.Work<View, T> work) throws IOException {
        return read(session -> {
            SqlView view = new SqlView(session);
            try {
                T seen = work.with(view);
                if (view.failure() != null) {
                    throw view.failure();
                }
                return seen;
            } finally {
                view.end();
            }
        });
    }

    /** Reads at one moment. */
    <T> T read(Store.Work<Session, T> work) throws IOException {
        free.acquireUninterruptibly();
        try {
            Session session = session();
            try {
                return work.with(session);
            } finally {
                give(session, session.rollback());
            }
        } finally {
            free.release();
        }
    }

    /** Waits for the looks that go on, and refuses those that come. */
    void close() {
        closed = true;
        free.acquireUninterruptibly(dialect.readers());
        endIdle();
        free.release(dialect.readers());
    }

    private Session session() throws IOException {
        if (closed) {
            throw new IOException("the store at " + dialect.where() + " is closed");
        }
        Session session = idle.poll();
        try {
            Session begun = session == null ? new Session(dialect, dialect.reader()) : session;
            begun.begin();
            return begun;
        } catch (SQLException e) {
            throw new IOException("no connection to the store at " + dialect.where(), e);
        }
    }

    private void give(Session session, boolean usable) {
        if (usable) {
            idle.add(session);
            return;
        }
        end(session);
        endIdle(); // what broke one connection has most often broken all
    }

    private void endIdle() {
        for (Session session = idle.poll(); session != null; session = idle.poll()) {
            end(session);
        }
    }

    private static void end(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            // it is of no use any more, open or not
        }
    }
}
