// SPDX-License-Identifier: Apache-2.0
package weir.wire.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The document shows the example as it is compiled. */
class DocumentedExampleTest {

    private static final Path ROOT = Path.of(System.getProperty("weir.root", ".."));
    private static final String BEGIN = "```java\n// SPDX-License-Identifier: Apache-2.0\n";

    @Test
    void the_document_quotes_the_example_word_for_word() throws IOException {
        String document = Files.readString(ROOT.resolve("docs/adding-a-protocol.md"));
        String example = Files.readString(ROOT.resolve("wire/src/test/java/weir/wire/example/Beacon.java"));
        int begin = document.indexOf(BEGIN);
        assertThat(begin).as("the block that begins with the licence").isNotNegative();
        int code = begin + "```java\n".length();
        assertThat(document.substring(code, document.indexOf("```", code))).isEqualTo(example);
    }
}
