// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.sigma;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression that may stand anywhere in the value, and that gives up when it takes too long. */
public final class Regex implements Comparison {

    private static final int LONGEST = 500;

    /** How often all counted repetitions together may repeat nothing, which reads no character. */
    private static final long MOST_REPEATS = 1_000_000;

    private static final Pattern COUNTED = Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    static Regex of(String text, int flags) throws Unsupported {
        if (text.length() > LONGEST) {
            throw new Unsupported("rules with a regular expression of more than " + LONGEST + " characters");
        }
        if (repeats(text) > MOST_REPEATS) {
            throw new Unsupported("rules with a regular expression that repeats more than a million times");
        }
        try {
            return new Regex(Pattern.compile(text, flags));
        } catch (PatternSyntaxException e) {
            throw new Unsupported("rules with a regular expression that is none");
        } catch (StackOverflowError e) {
            throw new Unsupported("rules with a regular expression that is nested too deeply");
        }
    }

    private static long repeats(String text) {
        long product = 1;
        Matcher counted = COUNTED.matcher(text);
        while (counted.find() && product <= MOST_REPEATS) {
            String most = counted.group(2);
            String count = most == null || most.isEmpty() ? counted.group(1) : most;
            product *= count.length() > 7 ? MOST_REPEATS + 1 : Math.max(1, Long.parseLong(count));
        }
        return product;
    }

    @Override
    public boolean holds(@Nullable String value, Evidence on) {
        if (value == null) {
            return false;
        }
        try {
            return pattern.matcher(new PatientText(value)).find();
        } catch (PatientText.Exhausted | StackOverflowError e) {
            on.giveUp();
            return false;
        }
    }
}
