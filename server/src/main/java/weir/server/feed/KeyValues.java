// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.HashMap;
import java.util.Map;

/** Words as {@code key=value key="a value" KEY=}; of a key that stands twice the first is kept. */
final class KeyValues {

    private static final int MOST = 256;

    private KeyValues() {}

    static Map<String, String> of(String text) {
        Map<String, String> values = new HashMap<>();
        int i = 0;
        while (i < text.length() && values.size() < MOST) {
            int equals = text.indexOf('=', i);
            if (equals < 0) {
                break;
            }
            int from = text.lastIndexOf(' ', equals) + 1;
            boolean quoted = text.startsWith("\"", equals + 1);
            int start = equals + (quoted ? 2 : 1);
            int end = quoted ? quote(text, start) : text.indexOf(' ', start);
            end = end < 0 ? text.length() : end;
            values.putIfAbsent(text.substring(Math.max(from, i), equals), text.substring(start, end));
            i = end + 1;
        }
        return values;
    }

    /** Where the value ends: a quotation mark that no backslash stands before. */
    private static int quote(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i;
            }
        }
        return -1;
    }
}
