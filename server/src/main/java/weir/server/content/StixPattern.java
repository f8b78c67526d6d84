// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of STIX 2.1 (OASIS, part 9), as far as each of its comparisons is a sign by itself: those joined by OR, in
 * one observation or in several. Anything that has to come together is more than Weir can look for, and is refused.
 */
final class StixPattern {

    /** Comparisons in one pattern. */
    private static final int MOST = 10_000;

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:'((?:[^'\\\\]|\\\\.)*+)'|([\\[\\](),])|(!=|<=|>=|=|<|>)|([\\w:.\"-]++(?:'[\\w-]++')?))");

    /** A sign: the value that something has to have, or the network that it has to be in. */
    record Comparison(String path, String value, boolean isNetwork) {}

    /** A pattern says more than can be looked for. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        /** @param why in the plural: {@code patterns with AND} */
        Refused(String why) {
            super(why, null, false, false);
        }
    }

    private final String text;
    private final Matcher tokens;
    private final List<Comparison> comparisons = new ArrayList<>();
    private int end;
    private String token = "";
    private boolean isText;

    private StixPattern(String text) {
        this.text = text;
        tokens = TOKEN.matcher(text);
    }

    static List<Comparison> read(String text) throws Refused {
        StixPattern pattern = new StixPattern(text.strip());
        pattern.next();
        pattern.observations();
        return pattern.comparisons;
    }

    private void next() throws Refused {
        if (end >= text.length()) {
            token = "";
            isText = false;
            return;
        }
        tokens.region(end, text.length());
        if (!tokens.lookingAt()) {
            throw new Refused("patterns that are none");
        }
        isText = tokens.group(1) != null;
        token = isText
                ? tokens.group(1).replaceAll("\\\\(.)", "$1")
                : tokens.group().strip();
        end = tokens.end();
    }

    private boolean is(String word) {
        return !isText && token.equalsIgnoreCase(word);
    }

    private void observations() throws Refused {
        observation();
        while (is("OR")) {
            next();
            observation();
        }
        if (!token.isEmpty()) {
            throw refusal();
        }
    }

    private void observation() throws Refused {
        if (is("(")) {
            next();
            observation();
            while (is("OR")) {
                next();
                observation();
            }
            expect(")");
            return;
        }
        expect("[");
        alternatives();
        expect("]");
    }

    private void alternatives() throws Refused {
        comparison();
        while (is("OR")) {
            next();
            comparison();
        }
    }

    private void comparison() throws Refused {
        if (is("(")) {
            next();
            alternatives();
            expect(")");
            return;
        }
        if (isText || !token.contains(":")) {
            throw refusal();
        }
        String path = token.replace("\"", "'");
        next();
        if (is("=")) {
            next();
            value(path, false);
        } else if (is("ISSUBSET")) {
            next();
            value(path, true);
        } else if (is("IN")) {
            next();
            expect("(");
            value(path, false);
            while (is(",")) {
                next();
                value(path, false);
            }
            expect(")");
        } else {
            throw refusal();
        }
    }

    private void value(String path, boolean isNetwork) throws Refused {
        if (!isText || comparisons.size() == MOST) {
            throw new Refused("patterns with values that are no texts");
        }
        comparisons.add(new Comparison(path, token, isNetwork));
        next();
    }

    private void expect(String sign) throws Refused {
        if (!is(sign)) {
            throw refusal();
        }
        next();
    }

    private Refused refusal() {
        for (String word : new String[] {
            "AND", "NOT", "FOLLOWEDBY", "LIKE", "MATCHES", "ISSUPERSET", "EXISTS", "WITHIN", "REPEATS", "START"
        }) {
            if (is(word)) {
                return new Refused("patterns with " + word);
            }
        }
        return new Refused(token.matches("[<>!=]+") ? "patterns with " + token : "patterns that are none");
    }
}
