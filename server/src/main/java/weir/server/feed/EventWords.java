// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words by which products say what happened; which they are is a table. */
enum EventWords {
    LOGIN,
    LOGOFF,
    DONE,
    REFUSED,
    ALLOWED,
    DENIED,
    THREAT,
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** Characters of a text that are looked at. */
    private static final int LONGEST = 512;

    private static final Map<EventWords, List<String>> PHRASES = new EnumMap<>(EventWords.class);

    static {
        for (String[] row : FeedTable.rows("event-words")) {
            PHRASES.computeIfAbsent(valueOf(row[0].toUpperCase(Locale.ROOT)), kind -> new ArrayList<>())
                    .add(' ' + row[1] + ' ');
        }
    }

    /** @param words as {@link #of} makes them */
    boolean in(String words) {
        for (String phrase : PHRASES.getOrDefault(this, List.of())) {
            if (words.contains(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** A text as its words in small letters, a space around each: {@code UserLogin_FAILED} is {@code user login failed}. */
    static String of(String text) {
        StringBuilder words = new StringBuilder(" ");
        char before = ' ';
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            boolean begins = Character.isUpperCase(c) && Character.isLowerCase(before);
            if ((begins || !Character.isLetterOrDigit(c)) && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
            if (Character.isLetterOrDigit(c)) {
                words.append(Character.toLowerCase(c));
            }
            before = c;
        }
        return words.append(' ').toString();
    }
}
