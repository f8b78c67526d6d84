// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of a product, from a table: key, meaning, expression. The key is the number of the message or the name
 * of the program. The groups of the expression are named after what they are: {@code proto, from, fromPort, to, toPort,
 * user, rule, object, why, host, duration, bytes}.
 */
final class Sentences {

    /** Characters of a line that are compared; sentences are short, and what follows is not ours. */
    private static final int LONGEST = 8192;

    private final String feed;
    private final Map<String, List<Sentence>> byKey = new HashMap<>();

    private record Sentence(Meaning meaning, Pattern pattern) {}

    Sentences(String feed, String table) {
        this.feed = feed;
        for (String[] row : FeedTable.rows(table)) {
            byKey.computeIfAbsent(row[0], key -> new ArrayList<>())
                    .add(new Sentence(Meaning.of(row[1]), Pattern.compile(row[2])));
        }
    }

    boolean has(String key) {
        return byKey.containsKey(key);
    }

    /** Tells what the text says; false where no sentence of that key is like it. */
    boolean read(String key, String text, String host, LogEntry to) {
        String compared = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (Sentence sentence : byKey.getOrDefault(key, List.of())) {
            Matcher matcher = sentence.pattern().matcher(compared);
            if (matcher.find()) {
                new Said(feed, host, key, compared, matcher).tell(sentence.meaning(), to);
                return true;
            }
        }
        return false;
    }
}
