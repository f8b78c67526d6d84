// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import weir.store.Store;

/** Opens stores: a file, or {@code postgresql://USER@HOST:PORT/DATABASE}. */
public final class Stores {

    private Stores() {}

    public static Store open(String where) throws IOException {
        return open(where, System.getenv());
    }

    /** @param environment where the password of PostgreSQL may be, as WEIR_STORE_PASSWORD */
    public static Store open(String where, Map<String, String> environment) throws IOException {
        return SqlStore.open(dialect(where, environment), Migrations.all());
    }

    /** Fills a store in which nothing is yet with what a backup of any store holds: all of it, or nothing. */
    public static void restore(Path backup, String where, Map<String, String> environment) throws IOException {
        BackupFile.check(backup);
        Dialect dialect = dialect(where, environment);
        SqlStore.open(dialect, Migrations.all()).close();
        BackupFile.read(backup, in -> Dump.read(in, dialect));
    }

    static Dialect dialect(String where, Map<String, String> environment) throws IOException {
        if (!where.startsWith("postgresql:") && !where.startsWith("postgres:")) {
            return new Sqlite(Path.of(where), 0);
        }
        try {
            return new Postgres(PostgresAddress.of(new URI(where), environment));
        } catch (URISyntaxException e) { // its message would show the whole address
            throw new IOException("an address of the store is postgresql://USER@HOST:PORT/DATABASE");
        }
    }
}
