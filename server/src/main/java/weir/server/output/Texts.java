// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.util.List;
import tools.jackson.core.JsonGenerator;

/** A list of texts as JSON. */
final class Texts {

    private Texts() {}

    static void write(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }
}
