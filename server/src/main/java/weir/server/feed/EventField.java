// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What a field of CEF or LEEF is about; under which keys it stands is a table, those that say more first. */
enum EventField {
    TIME,
    SOURCE,
    SOURCE_PORT,
    SOURCE_NAME,
    DESTINATION,
    DESTINATION_PORT,
    DESTINATION_NAME,
    TRANSPORT,
    DEVICE,
    DEVICE_NAME,
    USER,
    ACTION,
    OUTCOME,
    CATEGORY,
    REASON,
    RULE,
    TEXT;

    private static final Map<EventField, String[]> KEYS = new EnumMap<>(EventField.class);

    static {
        for (String[] row : FeedTable.rows("event-fields")) {
            KEYS.put(valueOf(row[0].toUpperCase(Locale.ROOT)), row[1].split(" "));
        }
    }

    /** The first of its keys that says something, or "". */
    String in(Map<String, String> fields) {
        for (String key : KEYS.getOrDefault(this, new String[0])) {
            String value = fields.getOrDefault(key, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
