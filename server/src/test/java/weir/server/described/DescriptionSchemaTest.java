// SPDX-License-Identifier: Apache-2.0
package weir.server.described;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.json.JsonMapper;

/** The JSON schema that editors use knows the same descriptions as the program that reads them. */
class DescriptionSchemaTest {

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

    private static boolean isValid(String yaml) throws IOException {
        return errors(yaml).isEmpty();
    }

    private static List<Error> errors(String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(ROOT.resolve("docs/protocol-description.schema.json")));
        Object read =
                new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
        return schema.validate(new JsonMapper().writeValueAsString(read), InputFormat.JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"modbus", "genisys", "hislip"})
    void the_shipped_descriptions_are_valid(String name) throws IOException {
        assertThat(errors(Files.readString(ROOT.resolve("descriptions/" + name + ".yaml"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    u16            | u17
                    is: operation  | is: operator
                    is: operation  | iss: operation
                    udp 4000       | sctp 4000
                    protocol: e    | protocol: E
                    fields:        | felder:
                    """)
    void what_the_program_refuses_the_schema_refuses_too(String right, String wrong) throws IOException {
        assertThat(isValid(RIGHT)).isTrue();
        assertThat(isValid(RIGHT.replace(right, wrong))).isFalse();
    }

    /** What a schema cannot say: names that do not exist, formulas, and what depends on another field. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    length: size   | length: sise
                    length: size   | length: (size + 1
                    udp 4000       | tcp 4000
                    """)
    void only_the_program_finds_what_depends_on_other_fields(String right, String wrong) throws IOException {
        assertThat(isValid(RIGHT.replace(right, wrong))).isTrue();
    }
}
