// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.sigma;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Text with wildcards: {@code *} for anything, {@code ?} for one character, a backslash before one that is meant. */
public final class Glob implements Comparison {

    /** Characters of one text in a rule. */
    public static final int LONGEST = 4_096;

    private static final int ANYTHING = -1;
    private static final int ONE = -2;

    private final int[] tokens;
    private final boolean cased;

    private Glob(int[] tokens, boolean cased) {
        this.tokens = tokens;
        this.cased = cased;
    }

    /** The text as it stands, without wildcards. */
    static int[] literal(String text) {
        return text.chars().toArray();
    }

    /** Of a text as Sigma writes it. */
    static int[] tokens(String text) {
        int[] tokens = new int[text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && "*?\\".indexOf(text.charAt(i + 1)) >= 0) {
                tokens[count++] = text.charAt(++i);
            } else {
                tokens[count++] = c == '*' ? ANYTHING : c == '?' ? ONE : c;
            }
        }
        return Arrays.copyOf(tokens, count);
    }

    static boolean hasWildcard(int[] tokens) {
        return Arrays.stream(tokens).anyMatch(token -> token < 0);
    }

    /** @param before whether anything may stand before; @param after whether anything may follow */
    static Glob of(int[] tokens, boolean before, boolean after, boolean cased) {
        int[] all = new int[tokens.length + 2];
        int count = 0;
        if (before) {
            all[count++] = ANYTHING;
        }
        for (int token : tokens) {
            all[count++] = cased || token < 0 ? token : Character.toLowerCase((char) token);
        }
        if (after) {
            all[count++] = ANYTHING;
        }
        return new Glob(Arrays.copyOf(all, count), cased);
    }

    @Override
    public boolean holds(@Nullable String value, Evidence on) {
        return value != null && matches(value);
    }

    /** Goes back to the last wildcard only, so that it takes at most the product of the two lengths. */
    boolean matches(String value) {
        int at = 0;
        int token = 0;
        int back = -1;
        int from = 0;
        while (at < value.length()) {
            if (token < tokens.length && tokens[token] == ANYTHING) {
                back = ++token;
                from = at;
            } else if (token < tokens.length && fits(tokens[token], value.charAt(at))) {
                token++;
                at++;
            } else if (back >= 0) {
                token = back;
                at = ++from;
            } else {
                return false;
            }
        }
        while (token < tokens.length && tokens[token] == ANYTHING) {
            token++;
        }
        return token == tokens.length;
    }

    private boolean fits(int token, char c) {
        return token == ONE || token == c || !cased && token == Character.toLowerCase(c);
    }

    /** The text without its wildcards, as a test or a complaint shows it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int token : tokens) {
            text.append(token == ANYTHING ? '*' : token == ONE ? '?' : (char) token);
        }
        return text.toString();
    }
}
