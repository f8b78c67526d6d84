// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import weir.store.Kept;
import weir.store.Line;
import weir.store.Store;

/** Stores that earlier versions wrote. For each version there is a text {@code version-n.sql}. */
class MigrationTest {

    @TempDir
    Path folder;

    /** A store as that version left it. */
    private Dialect written(Ground ground, int version) throws IOException, SQLException {
        Dialect dialect = Stores.dialect(ground.fresh(folder), Ground.ENVIRONMENT);
        try (InputStream in = MigrationTest.class.getResourceAsStream("version-" + version + ".sql");
                Session session = new Session(dialect, dialect.writer())) {
            String octets = ground == Ground.SQLITE ? "X'$1'" : "'\\\\x$1'";
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("HEX\\((\\w*)\\)", octets);
            session.own();
            for (String sql : Migrations.statements(text, dialect)) {
                session.statement(sql).execute();
            }
            session.commit();
        }
        return dialect;
    }

    private static void holdsWhatVersion1Held(Store store) throws IOException {
        assertThat(Once.get(store, "account", "ann")).contains(new Kept("ann", 3, "{}"));
        assertThat(Once.lines(store, "audit", 0, 9)).containsExactly(new Line(7, "seven"), new Line(8, "eight"));
        byte[] state = store.look(v -> v.snapshot("state").orElseThrow().readAllBytes());
        assertThat(state).containsExactly(1, 2, 3);
        assertThat(Once.append(store, "audit", "nine").number()).isEqualTo(9);
    }

    @Test
    void there_is_a_file_of_every_version() throws IOException {
        for (int version = 1; version <= Migrations.all().steps().size(); version++) {
            assertThat(MigrationTest.class.getResource("version-" + version + ".sql"))
                    .as("version-" + version + ".sql")
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"SQLITE,1", "POSTGRES,1"})
    void a_store_of_an_earlier_version_opens_and_goes_on(Ground ground, int version) throws Exception {
        try (Store store = SqlStore.open(written(ground, version), Migrations.all())) {
            holdsWhatVersion1Held(store);
        }
    }

    private static Migrations with(String... more) throws IOException {
        List<String> steps = new ArrayList<>(Migrations.all().steps());
        steps.addAll(List.of(more));
        return new Migrations(steps);
    }

    @ParameterizedTest
    @EnumSource
    void a_further_step_is_taken_once_and_an_older_weir_refuses_what_it_does_not_know(Ground ground) throws Exception {
        Dialect dialect = written(ground, 1);
        Migrations further = with("""
                -- only of this test
                ALTER TABLE kept ADD COLUMN colour OCTETS;
                CREATE TABLE colour (
                  name TEXT NOT NULL PRIMARY KEY
                );
                """);
        for (int i = 0; i < 2; i++) {
            SqlStore.open(dialect, further).close();
        }
        try (Store store = SqlStore.open(dialect, further)) {
            holdsWhatVersion1Held(store);
        }
        assertThatThrownBy(() -> SqlStore.open(dialect, Migrations.all()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("of version 2, and this Weir knows versions up to 1: start the newer Weir");
    }

    @ParameterizedTest
    @EnumSource
    void a_step_that_fails_leaves_the_store_as_it_was(Ground ground) throws Exception {
        Dialect dialect = written(ground, 1);
        assertThatThrownBy(() ->
                        SqlStore.open(dialect, with("DROP TABLE line;\nALTER TABLE nothing ADD COLUMN x TEXT;\n")))
                .isInstanceOf(IOException.class);
        try (Store store = SqlStore.open(dialect, Migrations.all())) {
            holdsWhatVersion1Held(store);
        }
    }

    @Test
    void a_backup_holds_every_column_of_every_table() throws Exception {
        Dialect dialect = Stores.dialect(Ground.SQLITE.fresh(folder), Ground.ENVIRONMENT);
        SqlStore.open(dialect, Migrations.all()).close();
        List<String> columns = new ArrayList<>();
        try (Connection connection = dialect.reader();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT m.name, c.name FROM sqlite_master m"
                        + " JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name <> 'migration'")) {
            while (row.next()) {
                columns.add(row.getString(1) + "." + row.getString(2));
            }
        }
        assertThat(columns)
                .containsExactlyInAnyOrderElementsOf(Dump.TABLES.stream()
                        .flatMap(table -> table.columns().stream().map(c -> table.name() + "." + c.name()))
                        .toList());
    }
}
