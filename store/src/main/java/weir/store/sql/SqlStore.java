// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import weir.store.Change;
import weir.store.Store;
import weir.store.StoreFull;
import weir.store.View;

/** A store in a database. */
final class SqlStore implements Store {

    private final Writer writer;
    private final Readers readers;

    private SqlStore(Writer writer, Readers readers) {
        this.writer = writer;
        this.readers = readers;
    }

    static SqlStore open(Dialect dialect, Migrations migrations) throws IOException {
        try {
            Session session = new Session(dialect, dialect.writer());
            boolean open = false;
            try {
                migrations.apply(session, dialect);
                open = true;
            } finally {
                if (!open) {
                    session.close();
                }
            }
            return new SqlStore(new Writer(dialect, session), new Readers(dialect));
        } catch (SQLException e) {
            throw dialect.full(e)
                    ? new StoreFull(dialect.where(), e)
                    : new IOException("the store at " + dialect.where() + " does not open: " + e.getMessage(), e);
        }
    }

    @Override
    public <T> T look(Work<View, T> work) throws IOException {
        return readers.look(work);
    }

    @Override
    public <T> T change(Work<Change, T> work) throws IOException {
        return writer.change(work);
    }

    @Override
    public void backup(Path file) throws IOException {
        BackupFile.write(
                file,
                out -> readers.read(session -> {
                    Dump.write(session, out);
                    return file;
                }));
    }

    @Override
    public void close() {
        writer.close();
        readers.close();
    }
}
