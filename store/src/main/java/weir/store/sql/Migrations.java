// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What made the tables what they are, step by step. Step n is the resource {@code migration-n.sql}; a step that was
 * released is never altered.
 *
 * @param steps texts of SQL; the first is step 1
 */
record Migrations(List<String> steps) {

    private static final String TABLE = "CREATE TABLE IF NOT EXISTS migration (number INTEGER NOT NULL PRIMARY KEY)";

    Migrations {
        steps = List.copyOf(steps);
    }

    /** All that there are. */
    static Migrations all() throws IOException {
        List<String> steps = new ArrayList<>();
        while (true) {
            try (InputStream text = Migrations.class.getResourceAsStream("migration-" + (steps.size() + 1) + ".sql")) {
                if (text == null) {
                    return new Migrations(steps);
                }
                steps.add(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    /** Takes the steps that were not taken yet: all of them, or none where one fails. */
    void apply(Session session, Dialect dialect) throws SQLException, IOException {
        session.own();
        try (Statement statement = session.connection().createStatement()) {
            statement.execute(TABLE);
            int version = version(statement);
            if (version > steps.size()) {
                throw new IOException("the store at " + dialect.where() + " is of version " + version
                        + ", and this Weir knows versions up to " + steps.size()
                        + ": start the newer Weir that wrote it, or restore a backup into a new store");
            }
            for (int step = version; step < steps.size(); step++) {
                for (String sql : statements(steps.get(step), dialect)) {
                    statement.execute(sql);
                }
                statement.execute("INSERT INTO migration (number) VALUES (" + (step + 1) + ")");
            }
            session.commit();
        } catch (SQLException | IOException e) {
            session.rollback();
            throw e;
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT COALESCE(MAX(number), 0) FROM migration")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Those of a text; comments are lines that begin with two hyphens. */
    static List<String> statements(String text, Dialect dialect) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("--")) {
                continue;
            }
            statement.append(line.replace("OCTETS", dialect.octets())).append('\n');
            if (line.endsWith(";")) {
                statements.add(statement.substring(0, statement.length() - 2));
                statement.setLength(0);
            }
        }
        return statements;
    }
}
