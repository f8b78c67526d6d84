// SPDX-License-Identifier: Apache-2.0
package weir.server.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.model.Address;

class ChangeListTest {

    private static final String HEAD = "id,who,what,source,target,from,until\n";
    private static final String RIGHT = "CHG-7,ann,recipe,10.1.0.5,,2026-05-01T08:00:00Z,2026-05-01T10:00:00+02:00\n";

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("changes.csv"), text);
    }

    @Test
    void a_list_says_who_may_change_what_and_when() throws IOException {
        var changes = ChangeList.read(file(HEAD + RIGHT));
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().source()).isEqualTo(Address.parse("10.1.0.5"));
        assertThat(changes.getFirst().target()).isEqualTo(Address.NONE);
        assertThat(changes.getFirst().until()).isEqualTo(changes.getFirst().from());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.1.0.5              | printer      | line 2: source 'printer' is no address; leave it empty for any
            2026-05-01T08:00:00Z  | yesterday    | line 2: from 'yesterday' is no time; write it as 2026-05-01T08:00:00Z
            08:00:00Z             | 23:00:00Z    | line 2: until is before from; exchange them
            """)
    void what_is_wrong_is_told_with_its_line(String right, String wrong, String message) throws IOException {
        Path file = file(HEAD + RIGHT.replace(right, wrong));
        assertThatThrownBy(() -> ChangeList.read(file)).hasMessageContaining(message);
    }

    @Test
    void a_column_that_is_missing_is_named() throws IOException {
        Path file = file("id,who\n1,ann\n");
        assertThatThrownBy(() -> ChangeList.read(file)).hasMessageContaining("there is no column 'from'");
    }
}
