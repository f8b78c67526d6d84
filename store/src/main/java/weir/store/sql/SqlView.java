// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.store.Kept;
import weir.store.Line;
import weir.store.View;

/** A look, in SQL that both databases speak. */
sealed class SqlView implements View permits SqlChange {

    private static final String GET = "SELECT id, version, body FROM kept WHERE shelf = ? AND id = ?";
    private static final String PAGE =
            "SELECT id, version, body FROM kept WHERE shelf = ? AND id > ? ORDER BY id LIMIT ?";
    private static final String COUNT = "SELECT COUNT(*) FROM kept WHERE shelf = ?";
    private static final String PART = "SELECT content FROM snapshot WHERE name = ? AND part = ?";
    private static final String LINES =
            "SELECT number, body FROM line WHERE log = ? AND number > ? ORDER BY number LIMIT ?";
    private static final String LAST = "SELECT number, body FROM line WHERE log = ? ORDER BY number DESC LIMIT 1";

    final Session session;
    private final Thread owner = Thread.currentThread();
    private boolean over;
    private @Nullable IOException failure;

    SqlView(Session session) {
        this.session = session;
    }

    /** What one row is. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What is done with the database. */
    @FunctionalInterface
    interface Query<T> {
        T run() throws SQLException;
    }

    @Override
    public Optional<Kept> get(String shelf, String id) throws IOException {
        String name = Bounds.name("shelf", shelf);
        byte[] octets = Bounds.id(id);
        return ask(() -> first(session.statement(GET, name, octets), SqlView::kept));
    }

    @Override
    public List<Kept> page(String shelf, String after, int most) throws IOException {
        String name = Bounds.name("shelf", shelf);
        byte[] octets = Bounds.after(after);
        int limit = Bounds.most(most);
        return ask(() -> all(session.statement(PAGE, name, octets, limit), 3, SqlView::kept));
    }

    @Override
    public long count(String shelf) throws IOException {
        String name = Bounds.name("shelf", shelf);
        return ask(() -> first(session.statement(COUNT, name), row -> row.getLong(1)))
                .orElse(0L);
    }

    @Override
    public Optional<InputStream> snapshot(String name) throws IOException {
        String checked = Bounds.name("snapshot", name);
        return part(checked, 0).map(first -> new Parts(checked, first));
    }

    @Override
    public List<Line> lines(String log, long after, int most) throws IOException {
        String name = Bounds.name("log", log);
        long number = Bounds.notNegative("number", after);
        int limit = Bounds.most(most);
        return ask(() -> all(session.statement(LINES, name, number, limit), 2, SqlView::line));
    }

    @Override
    public Optional<Line> last(String log) throws IOException {
        String name = Bounds.name("log", log);
        return ask(() -> first(session.statement(LAST, name), SqlView::line));
    }

    /** Ends it: what is asked from now on is refused. */
    final void end() {
        over = true;
    }

    /** Says that no more may come of this. */
    final void fail(IOException why) {
        if (failure == null) {
            failure = why;
        }
    }

    /** What went wrong at the database, also where the work went on in spite of it. */
    final @Nullable IOException failure() {
        return failure;
    }

    final <T> T ask(Query<T> query) throws IOException {
        if (over || Thread.currentThread() != owner) {
            throw new IOException("this look or change is over, or is of another thread");
        }
        if (failure != null) {
            throw failure;
        }
        try {
            return query.run();
        } catch (SQLException e) {
            failure = session.failed(e);
            throw failure;
        }
    }

    private Optional<byte[]> part(String name, int number) throws IOException {
        return ask(() -> first(session.statement(PART, name, number), row -> row.getBytes(1)));
    }

    static <T> Optional<T> first(PreparedStatement statement, Row<T> row) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        }
    }

    private static <T> List<T> all(PreparedStatement statement, int body, Row<T> row) throws SQLException {
        List<T> read = new ArrayList<>();
        long octets = 0;
        try (ResultSet rows = statement.executeQuery()) {
            while (octets < PAGE_OCTETS && rows.next()) {
                read.add(row.read(rows));
                octets += rows.getBytes(body).length;
            }
        }
        return List.copyOf(read);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(text(row, 1), row.getLong(2), text(row, 3));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(row.getLong(1), text(row, 2));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return new String(row.getBytes(column), StandardCharsets.UTF_8);
    }

    /** A snapshot, read part by part. */
    private final class Parts extends InputStream {
        private final String name;
        private ByteArrayInputStream current;
        private int next = 1;

        Parts(String name, byte[] first) {
            this.name = name;
            current = new ByteArrayInputStream(first);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (current.available() == 0) {
                Optional<byte[]> part = part(name, next);
                if (part.isEmpty()) {
                    return -1;
                }
                current = new ByteArrayInputStream(part.get());
                next++;
            }
            return current.read(into, at, length);
        }
    }
}
