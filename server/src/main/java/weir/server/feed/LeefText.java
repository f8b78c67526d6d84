// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message in the Log Event Extended Format (IBM, "LEEF event components"):
 *
 * <pre>
 * LEEF:1.0|vendor|product|version|event|key=value TAB key=value
 * LEEF:2.0|vendor|product|version|event|delimiter|key=value DELIMITER key=value
 * </pre>
 *
 * The delimiter is a character, or its number as {@code x5E} or {@code 0x5E}; without one it is a tab. A value may have
 * equals signs. Relays that know no tabs write {@code #011} instead.
 */
final class LeefText {

    private static final Pattern BEGIN = Pattern.compile("LEEF: ?([12])(?:\\.\\d)?\\|");
    private static final Pattern DELIMITER = Pattern.compile("(?:([^|]?)|0?[xX]([0-9a-fA-F]{1,4}))\\|");
    private static final String TAB = "\t";
    private static final String RELAYED_TAB = "#011";
    private static final int CELLS = 4;

    private LeefText() {}

    static boolean is(String text) {
        return text.startsWith("LEEF:") && BEGIN.matcher(text).lookingAt();
    }

    /** Null where the head is cut. */
    static @Nullable DeviceEvent of(String text) {
        Matcher begin = BEGIN.matcher(text);
        boolean begins = begin.lookingAt();
        HeadCells head = new HeadCells(text, begins ? begin.end() : text.length());
        String[] cells = head.next(CELLS);
        if (cells.length < CELLS) {
            return null;
        }
        String rest = text.substring(head.end());
        Matcher delimiter = DELIMITER.matcher(rest);
        boolean given = begin.group(1).equals("2") && delimiter.lookingAt();
        Map<String, String> fields =
                given ? fields(rest.substring(delimiter.end()), character(delimiter)) : fields(rest, TAB);
        return new DeviceEvent("leef", cells[0], cells[1], cells[3], "", fields.getOrDefault("sev", ""), fields);
    }

    private static String character(Matcher delimiter) {
        String number = delimiter.group(2);
        if (number != null) {
            return String.valueOf((char) Integer.parseInt(number, 16));
        }
        return delimiter.group(1).isEmpty() ? TAB : delimiter.group(1);
    }

    private static Map<String, String> fields(String text, String delimiter) {
        String between = delimiter.equals(TAB) && !text.contains(TAB) ? RELAYED_TAB : delimiter;
        Map<String, String> fields = new HashMap<>();
        for (String pair : text.split(Pattern.quote(between), DeviceEvent.MOST_FIELDS)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        }
        return fields;
    }
}
