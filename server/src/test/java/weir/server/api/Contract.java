// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import weir.server.json.Json;

/** The OpenAPI document, as a judge of what the server answers. */
final class Contract {

    private static final Map<String, Object> DOCUMENT = document();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Contract() {}

    private static Map<String, Object> document() {
        try (InputStream in = Objects.requireNonNull(Door.class.getResourceAsStream("openapi.yaml"))) {
            return object(new Load(LoadSettings.builder().build()).loadFromInputStream(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    private static Map<String, Object> at(Map<String, Object> from, String name) {
        return object(from.get(name));
    }

    /** Each operation: method and path. */
    static Set<String> operations() {
        Set<String> all = new TreeSet<>();
        at(DOCUMENT, "paths")
                .forEach((path, operations) ->
                        object(operations).keySet().forEach(m -> all.add(m.toUpperCase(Locale.ROOT) + " " + path)));
        return all;
    }

    /** Those that the document opens to anyone. */
    static Set<String> open() {
        Set<String> all = new TreeSet<>();
        at(DOCUMENT, "paths")
                .forEach((path, operations) -> object(operations).forEach((method, operation) -> {
                    if (object(operation).get("security") instanceof List<?> none && none.isEmpty()) {
                        all.add(method.toUpperCase(Locale.ROOT) + " " + path);
                    }
                }));
        return all;
    }

    /** Fails where this is not an answer that the document allows; a path that it does not have is none of its. */
    static void check(String method, String path, int status, String body) {
        String asked = path.split("\\?", 2)[0];
        at(DOCUMENT, "paths").forEach((template, operations) -> {
            Object operation = object(operations).get(method.toLowerCase(Locale.ROOT));
            if (asked.matches(template.replaceAll("\\{[a-z]+}", "[^/]+"))
                    && operation != null
                    && !hidden(asked, template)) {
                Map<String, Object> schema = schema(at(object(operation), "responses"), status);
                assertThat(SCHEMAS.getSchema(Json.text(schema), InputFormat.JSON)
                                .validate(body, InputFormat.JSON))
                        .as(method + " " + path + " " + status + " " + body)
                        .isEmpty();
            }
        });
    }

    /** A path without places goes before one with them. */
    private static boolean hidden(String asked, String template) {
        return !asked.equals(template) && at(DOCUMENT, "paths").containsKey(asked);
    }

    private static Map<String, Object> schema(Map<?, ?> responses, int status) {
        Object own = responses.get(status);
        Map<String, Object> response = object(own == null ? responses.get("default") : own);
        if (response.get("$ref") instanceof String name) {
            response = at(at(at(DOCUMENT, "components"), "responses"), name.substring(name.lastIndexOf('/') + 1));
        }
        Object content = at(response, "content").values().iterator().next();
        Map<String, Object> schema = new LinkedHashMap<>(at(object(content), "schema"));
        schema.put("components", at(DOCUMENT, "components"));
        return schema;
    }
}
