// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import weir.server.json.Json;

/**
 * What is answered.
 *
 * @param status of HTTP
 * @param type media type; "" where there is no body
 * @param headers further ones by name
 */
public record Answer(int status, String type, Map<String, String> headers, Body body) {

    public static final String JSON = "application/json";

    /** Writes what is sent; called once. */
    @FunctionalInterface
    public interface Body {
        void write(OutputStream to) throws IOException;
    }

    public static Answer json(Json.Written written) {
        return json(200, written);
    }

    public static Answer json(int status, Json.Written written) {
        return new Answer(status, JSON, Map.of(), to -> Json.write(to, written));
    }

    /** @param object as {@link Json#object} takes it */
    public static Answer json(int status, Map<String, ?> object) {
        return json(status, json -> Json.object(json, object));
    }

    public static Answer nothing() {
        return new Answer(204, "", Map.of(), to -> {});
    }

    public static Answer of(String type, Body body) {
        return new Answer(200, type, Map.of(), body);
    }

    /** A file to be kept under this name. */
    public static Answer file(String name, String type, Body body) {
        return of(type, body).with("Content-Disposition", "attachment; filename=\"" + name + "\"");
    }

    public static Answer of(Problem problem) {
        return json(problem.status(), json -> {
                    json.writeStartObject();
                    json.writeStringProperty("type", "about:blank");
                    json.writeStringProperty("title", problem.title());
                    json.writeNumberProperty("status", problem.status());
                    json.writeStringProperty("detail", problem.detail());
                    if (!problem.step().isEmpty()) {
                        json.writeStringProperty("step", problem.step());
                    }
                    json.writeEndObject();
                })
                .as("application/problem+json");
    }

    private Answer as(String otherType) {
        return new Answer(status, otherType, headers, body);
    }

    public Answer with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Answer(status, type, all, body);
    }
}
