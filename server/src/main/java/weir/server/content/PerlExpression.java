// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of Perl, written so that Java understands the same by it. They differ in classes of characters:
 * there Perl has names ({@code [[:alpha:]]}), and Java classes within classes and intersections; and in braces that
 * count nothing, which stand for themselves in Perl.
 */
final class PerlExpression {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("alpha", "p{Alpha}"),
            Map.entry("digit", "p{Digit}"),
            Map.entry("alnum", "p{Alnum}"),
            Map.entry("upper", "p{Upper}"),
            Map.entry("lower", "p{Lower}"),
            Map.entry("punct", "p{Punct}"),
            Map.entry("print", "p{Print}"),
            Map.entry("graph", "p{Graph}"),
            Map.entry("cntrl", "p{Cntrl}"),
            Map.entry("xdigit", "p{XDigit}"),
            Map.entry("blank", "p{Blank}"),
            Map.entry("ascii", "p{ASCII}"),
            Map.entry("space", "s"),
            Map.entry("word", "w"));

    /** Letters that a name or a number in braces may follow, after a backslash. */
    private static final String WITH_BRACES = "xpPkNgo";

    private final String perl;
    private final StringBuilder java = new StringBuilder();
    private int at;

    private PerlExpression(String perl) {
        this.perl = perl;
    }

    static String inJava(String perl) throws Refused {
        return new PerlExpression(perl).translated();
    }

    private String translated() throws Refused {
        while (at < perl.length()) {
            char c = perl.charAt(at);
            switch (c) {
                case '\\' -> escaped();
                case '[' -> characters();
                case '{' -> {
                    java.append(counts() ? "{" : "\\{");
                    at++;
                }
                default -> {
                    java.append(c);
                    at += perl.startsWith("(?P<", at) ? named() : 1;
                }
            }
        }
        return java.toString();
    }

    /** A named group; what was looked at of it. */
    private int named() {
        java.append("?<");
        return 4;
    }

    /** A brace that says how often: {@code {2}}, {@code {2,}}, {@code {2,5}}. */
    private boolean counts() {
        int end = perl.indexOf('}', at);
        return end > 0 && end - at < 12 && perl.substring(at + 1, end).matches("\\d+(,\\d*)?");
    }

    /** A backslash and what belongs to it, as they are. */
    private void escaped() {
        int end = Math.min(perl.length(), at + 2);
        if (perl.startsWith("\\Q", at)) {
            int close = perl.indexOf("\\E", at);
            end = close < 0 ? perl.length() : close + 2;
        } else if (end < perl.length() && perl.charAt(end) == '{' && WITH_BRACES.indexOf(perl.charAt(end - 1)) >= 0) {
            end = Math.max(end, perl.indexOf('}', end) + 1);
        }
        java.append(perl, at, end);
        at = end;
    }

    /** A class: a bracket that stands first in it stands for itself. */
    private void characters() throws Refused {
        java.append('[');
        at++;
        if (at < perl.length() && perl.charAt(at) == '^') {
            java.append('^');
            at++;
        }
        for (int begin = at; at < perl.length(); ) {
            char c = perl.charAt(at);
            if (c == ']' && at > begin) {
                java.append(']');
                at++;
                return;
            }
            if (c == '\\') {
                escaped();
            } else if (c == '[' && perl.startsWith("[:", at) && perl.indexOf(":]", at) > 0) {
                nameOfClass();
            } else {
                java.append("[]&# ".indexOf(c) >= 0 ? "\\" : "").append(c);
                at++;
            }
        }
    }

    private void nameOfClass() throws Refused {
        int end = perl.indexOf(":]", at);
        String name = perl.substring(at + 2, end);
        boolean negated = name.startsWith("^");
        @Nullable String known = NAMES.get(negated ? name.substring(1) : name);
        if (known == null) {
            throw new Refused("rules with an expression that is not understood");
        }
        java.append('\\')
                .append(negated ? Character.toUpperCase(known.charAt(0)) : known.charAt(0))
                .append(known, 1, known.length());
        at = end + 2;
    }
}
