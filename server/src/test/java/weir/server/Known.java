// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One piece of evidence in an {@code assets.json}.
 *
 * @param addresses network and hardware addresses of the asset, by spaces
 */
record Known(String asset, String role, String level, String addresses, String attribute, String value, long packet) {

    /** Everything known, asset by asset; each asset also with a piece of evidence that has no attribute. */
    static List<Known> read(String assetsJson) {
        return new Reading(assetsJson).assets();
    }

    private static final class Reading {
        private final List<Known> all = new java.util.ArrayList<>();
        private final JsonParser json;

        Reading(String text) {
            json = new JsonFactory().createParser(ObjectReadContext.empty(), text);
        }

        List<Known> assets() {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_ARRAY && "assets".equals(json.currentName())) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        asset();
                    }
                }
            }
            return all;
        }

        private void asset() {
            String id = "";
            String role = "";
            String level = "";
            StringBuilder addresses = new StringBuilder();
            List<Known> evidence = new java.util.ArrayList<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                switch (field) {
                    case "id" -> id = json.getString();
                    case "role" -> role = json.getString();
                    case "level" -> level = json.getString();
                    case "addresses", "macs" -> {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            addresses.append(json.getString()).append(' ');
                        }
                    }
                    case "evidence" -> {
                        while (json.nextToken() == JsonToken.START_OBJECT) {
                            evidence.add(evidence());
                        }
                    }
                    default -> {
                        if (value.isStructStart()) {
                            json.skipChildren();
                        }
                    }
                }
            }
            all.add(new Known(id, role, level, addresses.toString(), "", "", 0));
            for (Known e : evidence) {
                all.add(new Known(id, role, level, addresses.toString(), e.attribute, e.value, e.packet));
            }
        }

        private Known evidence() {
            String attribute = "";
            String said = "";
            long packet = 0;
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String field = json.currentName();
                json.nextToken();
                switch (field) {
                    case "attribute" -> attribute = json.getString();
                    case "value" -> said = json.getString();
                    case "firstPacket" -> packet = json.getLongValue();
                    default -> {}
                }
            }
            return new Known("", "", "", "", attribute, said, packet);
        }
    }
}
