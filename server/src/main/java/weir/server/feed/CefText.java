// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message in the Common Event Format (ArcSight, "Implementing ArcSight Common Event Format"):
 *
 * <pre>
 * CEF:0|vendor|product|version|signature|name|severity|key=value key=a value with spaces
 * </pre>
 *
 * A backslash stands before a pipe of the head, before an equals sign of a value, and before itself; {@code \n} and
 * {@code \r} are ends of a line within a value. Some write a space behind the first colon.
 */
final class CefText {

    private static final Pattern BEGIN = Pattern.compile("CEF: ?\\d{1,2}(?:\\.\\d{1,2})?\\|");
    /** A value ends where the next of these begins; what else has an equals sign is part of it, as in an URL. */
    private static final Pattern KEY = Pattern.compile("(?:^|(?<= ))([A-Za-z_][\\w.\\[\\]-]{0,127})=");

    private static final int CELLS = 6;

    private CefText() {}

    static boolean is(String text) {
        return text.startsWith("CEF:") && BEGIN.matcher(text).lookingAt();
    }

    /** Null where the head is cut. */
    static @Nullable DeviceEvent of(String text) {
        Matcher begin = BEGIN.matcher(text);
        HeadCells head = new HeadCells(text, begin.lookingAt() ? begin.end() : text.length());
        String[] cells = head.next(CELLS);
        if (cells.length < CELLS) {
            return null;
        }
        Map<String, String> fields = fields(text.substring(head.end()));
        return new DeviceEvent("cef", cells[0], cells[1], cells[3], cells[4], cells[5], fields);
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>(); // at most DeviceEvent.MOST_FIELDS
        Matcher key = KEY.matcher(text);
        boolean found = key.find();
        while (found && fields.size() < DeviceEvent.MOST_FIELDS) {
            String name = key.group(1);
            int from = key.end();
            found = key.find();
            fields.putIfAbsent(name, value(text, from, found ? key.start() : text.length()));
        }
        return fields;
    }

    private static String value(String text, int from, int to) {
        StringBuilder value = new StringBuilder();
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            char next = c == '\\' && i + 1 < to ? text.charAt(i + 1) : 0;
            switch (next) {
                case '\\', '=', '|' -> value.append(next);
                case 'n' -> value.append('\n');
                case 'r' -> value.append('\r');
                default -> value.append(c);
            }
            i += "\\=|nr".indexOf(next) < 0 ? 0 : 1;
        }
        return value.toString().strip();
    }
}
