// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes that are committed together: one sync of the disk for all of them. One that throws is undone alone. */
final class Group {

    private final Session session;
    private boolean lost;

    Group(Session session) {
        this.session = session;
    }

    /** Makes them all and answers each, once {@link Session#own} was done; says whether the session can be used on. */
    boolean commit(List<Asked<?>> changes) {
        try {
            for (int i = 0; i < changes.size() && !lost; i++) {
                make(changes.get(i));
            }
            if (!lost) {
                session.commit();
                changes.forEach(Asked::answer);
                return true;
            }
            return giveUp(changes, new IOException("another change took this one along; do it again"));
        } catch (SQLException e) {
            return giveUp(changes, session.failed(e));
        }
    }

    private <T> void make(Asked<T> asked) throws SQLException {
        session.mark();
        SqlChange change = new SqlChange(session);
        @Nullable Throwable thrown = asked.attempt(change);
        change.end();
        if (thrown == null) {
            session.unmark();
            return;
        }
        try {
            session.backToMark();
        } catch (SQLException e) { // the database has undone the whole transaction
            if (!(thrown instanceof IOException) || change.failure() == null) {
                throw e;
            }
            lost = true;
        }
    }

    /** None of them was committed, or it is not known: those without a failure of their own get this one. */
    private boolean giveUp(List<Asked<?>> changes, IOException why) {
        boolean usable = session.rollback();
        IOException reason = why;
        for (Asked<?> asked : changes) {
            reason = lost && asked.thrown() instanceof IOException own ? own : reason;
        }
        for (Asked<?> asked : changes) {
            asked.refuse(reason);
        }
        return usable && lost;
    }
}
