// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a password has to be, after NIST SP 800-63B: long, and not one that is tried first. No mixture of sorts of
 * characters is asked for, and none has to be changed after a time.
 */
public final class PasswordRules {

    public static final int LEAST = 12;
    public static final int MOST = 200;

    /** What people put around a word so that it is long enough. */
    private static final Pattern ENDS = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");

    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    public static void check(String password, String account) throws Refusal {
        String normal = PasswordHash.normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < LEAST || length > MOST || password.length() > MOST * 4) {
            throw new Refusal(
                    Refusal.Sort.WRONG,
                    "A password has from " + LEAST + " to " + MOST + " characters; take some words.");
        }
        String small = once(normal.toLowerCase(Locale.ROOT));
        String word = once(ENDS.matcher(small).replaceAll(""));
        if (plain(small) || COMMON.contains(small) || COMMON.contains(word) || word.equals(account)) {
            throw new Refusal(
                    Refusal.Sort.WRONG, "This password is among those that are tried first; take some words.");
        }
    }

    /** A text that is one part over and over, as this part. */
    private static String once(String text) {
        for (int part = 1; part <= text.length() / 2; part++) {
            if (text.length() % part == 0
                    && text.substring(0, part).repeat(text.length() / part).equals(text)) {
                return text.substring(0, part);
            }
        }
        return text;
    }

    /** Few different characters, or each the next of the one before. */
    private static boolean plain(String text) {
        int steps = 0;
        for (int i = 1; i < text.length(); i++) {
            steps += Math.abs(text.charAt(i) - text.charAt(i - 1)) <= 1 ? 1 : 0;
        }
        return text.codePoints().distinct().count() < 5 || steps * 3 > text.length() * 2;
    }

    private static Set<String> common() {
        Set<String> common = new HashSet<>();
        InputStream file = Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.tsv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(common::add);
            return Set.copyOf(common);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
