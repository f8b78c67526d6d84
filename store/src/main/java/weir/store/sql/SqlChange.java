// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import weir.store.Change;
import weir.store.Kept;
import weir.store.Line;

/** A change, in SQL that both databases speak. */
final class SqlChange extends SqlView implements Change {

    /** Octets of a snapshot that are held at once. */
    private static final int PART = 1 << 20;

    private static final String PUT = "INSERT INTO kept (shelf, id, version, body) VALUES (?, ?, 1, ?)"
            + " ON CONFLICT (shelf, id) DO UPDATE SET version = kept.version + 1, body = excluded.body"
            + " RETURNING version";
    private static final String PUT_NEW =
            "INSERT INTO kept (shelf, id, version, body) VALUES (?, ?, 1, ?)" + " ON CONFLICT (shelf, id) DO NOTHING";
    private static final String PUT_OVER =
            "UPDATE kept SET version = version + 1, body = ? WHERE shelf = ? AND id = ? AND version = ?";
    private static final String REMOVE = "DELETE FROM kept WHERE shelf = ? AND id = ?";
    private static final String WRITE_PART = "INSERT INTO snapshot (name, part, content) VALUES (?, ?, ?)"
            + " ON CONFLICT (name, part) DO UPDATE SET content = excluded.content";
    private static final String CUT = "DELETE FROM snapshot WHERE name = ? AND part >= ?";
    private static final String NUMBER = "INSERT INTO log (name, last) VALUES (?, 1)"
            + " ON CONFLICT (name) DO UPDATE SET last = log.last + 1 RETURNING last";
    private static final String APPEND = "INSERT INTO line (log, number, body) VALUES (?, ?, ?)";
    private static final String FORGET = "DELETE FROM line WHERE log = ? AND number <= ?";

    SqlChange(Session session) {
        super(session);
    }

    @Override
    public Kept put(String shelf, String id, String body) throws IOException {
        String name = Bounds.name("shelf", shelf);
        byte[] octets = Bounds.id(id);
        byte[] content = Bounds.body(body);
        return new Kept(id, ask(() -> number(PUT, name, octets, content)), body);
    }

    @Override
    public boolean putIf(String shelf, String id, long version, String body) throws IOException {
        String name = Bounds.name("shelf", shelf);
        byte[] octets = Bounds.id(id);
        byte[] content = Bounds.body(body);
        long expected = Bounds.notNegative("version", version);
        int kept = expected == 0
                ? ask(() -> session.update(PUT_NEW, name, octets, content))
                : ask(() -> session.update(PUT_OVER, content, name, octets, expected));
        return kept == 1;
    }

    @Override
    public boolean remove(String shelf, String id) throws IOException {
        String name = Bounds.name("shelf", shelf);
        byte[] octets = Bounds.id(id);
        return ask(() -> session.update(REMOVE, name, octets)) == 1;
    }

    @Override
    public void snapshot(String name, InputStream content) throws IOException {
        String checked = Bounds.name("snapshot", name);
        boolean whole = false;
        try {
            write(checked, content);
            whole = true;
        } finally {
            if (!whole) {
                fail(new IOException("the snapshot " + checked + " was not written whole"));
            }
        }
    }

    private void write(String name, InputStream content) throws IOException {
        int parts = 0;
        for (byte[] part = content.readNBytes(PART); part.length > 0 || parts == 0; part = content.readNBytes(PART)) {
            byte[] octets = part;
            int number = parts++;
            ask(() -> session.update(WRITE_PART, name, number, octets));
        }
        int end = parts;
        ask(() -> session.update(CUT, name, end));
    }

    @Override
    public Line append(String log, String body) throws IOException {
        String name = Bounds.name("log", log);
        byte[] content = Bounds.body(body);
        long number = ask(() -> number(NUMBER, name));
        ask(() -> session.update(APPEND, name, number, content));
        return new Line(number, body);
    }

    @Override
    public void forget(String log, long upTo) throws IOException {
        String name = Bounds.name("log", log);
        long number = Bounds.notNegative("number", upTo);
        ask(() -> session.update(FORGET, name, number));
    }

    private long number(String sql, Object... values) throws SQLException {
        return first(session.statement(sql, values), row -> row.getLong(1)).orElseThrow();
    }
}
