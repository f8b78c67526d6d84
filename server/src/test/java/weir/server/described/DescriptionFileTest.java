// SPDX-License-Identifier: Apache-2.0
package weir.server.described;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.server.yaml.Misdescribed;

class DescriptionFileTest {

    private static final Path ROOT =
            Path.of(System.getProperty("weir.root", "..")).toAbsolutePath();

    private static final String RIGHT = """
            protocol: example
            over: [udp 4000]
            messages: {whole: true}
            fields:
              - {name: kind, type: u8, is: operation}
              - {name: size, type: u16}
              - {type: text, length: size, is: symbol}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"modbus", "genisys", "hislip"})
    void the_shipped_descriptions_are_right(String name) throws IOException {
        assertThat(DescriptionFile.read(ROOT.resolve("descriptions/" + name + ".yaml"))
                        .operations())
                .isNotEmpty();
    }

    @Test
    void a_description_says_what_it_says() throws IOException {
        assertThat(DescriptionFile.read(write(RIGHT)).steps()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    u16            | u17                 | line 6, field 'type': 'u17' is not known; one of u8, u16, u24
                    length: size   | length: sise        | line 7, field 'length': formula 'sise': there is no field 'sise' before it
                    length: size   | length: (size + 1   | line 7, field 'length': formula '(size + 1': a ) is missing
                    is: operation  | is: operator        | line 5, field 'is': 'operator' is not known; one of none, operation
                    is: operation  | iss: operation      | line 5, field 'iss': is not known here; one of about, bits
                    udp 4000       | sctp 4000           | line 2, field 'over': 'sctp': tcp, udp or ether
                    udp 4000       | tcp 4000            | line 3, field 'messages': over TCP a message needs a length
                    udp 4000       | udp 70000           | line 2, field 'over': 70000 is no port or type
                    whole: true    | whole: true, end: {octet: 1}| line 3, field 'messages': one of whole, fixed, length, end
                    protocol: e    | protocol: E         | line 1, field 'protocol': lower-case letters
                    fields:        | felder:             | line 5, field 'felder': is not known here
                    fields:        | 'fields: ]'         | line 4: this is no YAML
                    """)
    void what_is_wrong_is_told_with_line_and_field(String from, String to, String complaint) throws IOException {
        Path file = write(RIGHT.replace(from, to));
        assertThatThrownBy(() -> DescriptionFile.read(file))
                .isInstanceOf(Misdescribed.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(complaint);
    }

    @Test
    void an_empty_file_is_told() throws IOException {
        Path file = write("");
        assertThatThrownBy(() -> DescriptionFile.read(file)).hasMessageContaining("the file is empty");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("example.yaml"), text);
    }
}
