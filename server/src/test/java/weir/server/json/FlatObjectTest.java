// SPDX-License-Identifier: Apache-2.0
package weir.server.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written is read as it was; anything else is refused by name. */
class FlatObjectTest {

    @Test
    void what_was_written_is_read() throws IOException {
        String text = FlatObject.empty()
                .set("name", "Ä\n\"")
                .set("age", Long.MIN_VALUE)
                .set("on", true)
                .set("many", List.of("a", ""))
                .set("none", (String) null)
                .written();
        FlatObject read = FlatObject.read("shelf/1", text);
        assertThat(read.text("name")).isEqualTo("Ä\n\"");
        assertThat(read.number("age")).isEqualTo(Long.MIN_VALUE);
        assertThat(read.truth("on")).isTrue();
        assertThat(read.texts("many")).containsExactly("a", "");
        assertThat(read.optional("none")).isEmpty();
        assertThat(read.written()).isEqualTo(text);
    }

    @Test
    void anything_else_is_refused_with_its_name() throws IOException {
        for (String wrong : new String[] {
            "",
            "{",
            "[]",
            "1",
            "{\"a\":1}{",
            "{\"a\":1,\"a\":2}",
            "{\"a\":99999999999999999999}",
            "{\"a\":[\"b\"",
            "{}x"
        }) {
            assertThatThrownBy(() -> FlatObject.read("shelf/1", wrong))
                    .as(wrong)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("shelf/1");
        }
        FlatObject other = FlatObject.read("shelf/1", "{\"a\":{},\"b\":null,\"c\":[1],\"d\":1.5}");
        for (String name : new String[] {"a", "b", "c", "d"}) {
            assertThatThrownBy(() -> other.texts(name)).hasMessageContaining("shelf/1: \"" + name);
            assertThatThrownBy(() -> other.number(name)).isInstanceOf(IOException.class);
        }
        FlatObject read = FlatObject.read("shelf/1", "{\"a\":1}");
        assertThatThrownBy(() -> read.text("a")).hasMessage("shelf/1: \"a\" is no text");
        assertThatThrownBy(() -> read.text("b")).hasMessage("shelf/1: \"b\" is missing");
        assertThatThrownBy(() -> read.texts("a")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read.truth("a")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read.number("b")).isInstanceOf(IOException.class);
    }
}
