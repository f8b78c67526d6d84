// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import weir.model.Finding;

/** ECS, OCSF and STIX against excerpts of their schemas, which allow no field that is not in them. */
class SchemasTest {

    private static final Map<String, Schema> SCHEMAS = new HashMap<>();
    private static final Finding ODD = Claims.saying("a \"quote\", a \\, a\nline, \u0000, \u2028 and \ud83d\ude00");
    private static final Finding NOBODY = Claims.finding("F-00000000000f", "NO-01", "Nobody", "", "");
    private static final Found FOUND = new Found(
            List.of(Claims.STOP, Claims.SCAN, ODD, NOBODY),
            List.of(Claims.INCIDENT, Claims.incident(ODD), Claims.incident(NOBODY)));

    @Test
    void ecs_is_valid() {
        valid("ecs", FindingFormat.ECS);
    }

    @Test
    void ocsf_is_valid() {
        valid("ocsf", FindingFormat.OCSF);
    }

    @Test
    void stix_is_valid_claim_by_claim_and_as_one_bundle() throws IOException {
        valid("stix", FindingFormat.STIX);
        assertThat(errors("stix", bundle(FOUND))).isEmpty();
    }

    @Test
    void the_schemas_find_what_is_wrong() {
        String ecs = FindingFormat.ECS.entries(FOUND, "1").getFirst().text();
        assertThat(errors("ecs", ecs.replace("\"alert\"", "\"alarm\""))).isNotEmpty();
        assertThat(errors("ecs", ecs.replace("\"ip\":\"10.0.0.7\"", "\"ip\":\"10.0.0.700\"")))
                .isNotEmpty();
        assertThat(errors("ecs", ecs.replace("\"rule\":{", "\"rule\":{\"x\":1,")))
                .isNotEmpty();
        String ocsf = FindingFormat.OCSF.entries(FOUND, "1").getFirst().text();
        assertThat(errors("ocsf", ocsf.replace("\"class_uid\":2004", "\"class_uid\":2005")))
                .isNotEmpty();
        assertThat(errors("ocsf", ocsf.replace("\"severity_id\":4", "\"severity_id\":\"4\"")))
                .isNotEmpty();
        String stix = FindingFormat.STIX.entries(FOUND, "1").getFirst().text();
        assertThat(errors("stix", stix.replace("\"name\":\"Weir\"", "\"nome\":\"Weir\"")))
                .isNotEmpty();
        assertThat(errors("stix", stix.replace("sighting--", "siting--"))).isNotEmpty();
    }

    @Test
    void every_reference_of_a_bundle_is_to_an_object_in_it_and_no_object_is_there_twice() throws IOException {
        for (String bundle : List.of(
                bundle(FOUND), FindingFormat.STIX.entries(FOUND, "1").getLast().text())) {
            List<String> ids = all(bundle, "\"id\":\"([^\"]+)\"");
            assertThat(ids).doesNotHaveDuplicates();
            Set<String> referred = all(bundle, "[a-z0-9-]+--[0-9a-f-]{36}").stream()
                    .filter(id -> !id.startsWith("extension-definition--"))
                    .collect(Collectors.toSet());
            assertThat(ids).containsAll(referred);
        }
    }

    @Test
    void the_same_findings_give_the_same_bundle() throws IOException {
        assertThat(bundle(FOUND)).isEqualTo(bundle(FOUND));
        assertThat(bundle(FOUND)).isNotEqualTo(bundle(new Found(List.of(Claims.STOP), List.of())));
    }

    @Test
    void an_address_has_the_identifier_that_every_producer_gives_it() {
        // uuid5(00abedb4-aa42-466c-9c01-fed23315a9b7, '{"value":"198.51.100.3"}')
        assertThat(StixId.observable("ipv4-addr", "198.51.100.3"))
                .isEqualTo("ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4");
    }

    @Test
    void nothing_found_is_a_bundle_of_the_sender_alone() throws IOException {
        String bundle = bundle(new Found(List.of(), List.of()));
        assertThat(errors("stix", bundle)).isEmpty();
        assertThat(all(bundle, "\"type\":\"([a-z-]+)\"")).containsExactly("bundle", "identity");
    }

    @Test
    void whatever_texts_say_the_documents_stay_valid() {
        Random random = new Random(31);
        String[] pieces = {
            "\"", "\\", "\n", "\r", "\u0000", "\u001f", "{", "}", ",", "é", "\ud83d\ude00", "\\u0022", "a"
        };
        for (int round = 0; round < 50; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(10); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            Found found = new Found(List.of(Claims.saying(text.toString())), List.of());
            for (String[] each : new String[][] {{"ecs", "ECS"}, {"ocsf", "OCSF"}, {"stix", "STIX"}}) {
                String document = FindingFormat.valueOf(each[1])
                        .entries(found, "1")
                        .getFirst()
                        .text();
                assertThat(errors(each[0], document)).as(document).isEmpty();
                assertThat(document).doesNotContain("\n");
            }
        }
    }

    private static void valid(String schema, FindingFormat format) {
        List<FindingFormat.Entry> entries = format.entries(FOUND, "1.0");
        assertThat(entries).hasSize(7);
        for (FindingFormat.Entry entry : entries) {
            assertThat(errors(schema, entry.text())).as(entry.text()).isEmpty();
        }
    }

    private static String bundle(Found found) throws IOException {
        StringWriter out = new StringWriter();
        FindingFormat.STIX.write(found, "1.0", out);
        return out.toString();
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.groupCount() == 0 ? found.group() : found.group(1))
                .toList();
    }

    private static List<Error> errors(String name, String document) {
        return SCHEMAS.computeIfAbsent(name, SchemasTest::schema)
                .validate(
                        document,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static Schema schema(String name) {
        try (InputStream in = SchemasTest.class.getResourceAsStream(name + ".schema.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
