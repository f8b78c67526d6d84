// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import weir.server.content.SuricataRule.Keyword;
import weir.wire.signature.Content;
import weir.wire.signature.DataAt;
import weir.wire.signature.Expression;
import weir.wire.signature.NumberTest;
import weir.wire.signature.PayloadTest;

/** Keywords about the payload, in their order: a text first, then what says where it has to stand. */
final class SuricataBody {

    private static final int LONGEST_CONTENT = 1_024;
    private static final int LONGEST_EXPRESSION = 1_024;

    private final List<PayloadTest> tests = new ArrayList<>();
    private @Nullable Text text;

    /** A text whose place is not yet known. */
    private static final class Text {
        byte[] octets = new byte[0];
        boolean negated;
        boolean anyCase;
        boolean relative;
        boolean last;
        int offset;
        int depth = -1;
    }

    List<PayloadTest> tests() {
        close();
        return tests;
    }

    /** False where the keyword is about something else. */
    boolean take(Keyword keyword) throws Refused {
        switch (keyword.name()) {
            case "content" -> content(keyword.value());
            case "pcre" -> {
                close();
                tests.add(expression(keyword.value()));
            }
            case "byte_test" -> {
                close();
                tests.add(numberTest(keyword.value()));
            }
            case "isdataat" -> {
                close();
                tests.add(dataAt(keyword.value()));
            }
            case "nocase" -> text(keyword).anyCase = true;
            case "startswith" -> {
                Text begun = text(keyword);
                begun.depth = begun.octets.length;
            }
            case "endswith" -> text(keyword).last = true;
            case "offset" -> text(keyword).offset = SuricataNumbers.small(keyword.value());
            case "depth" -> text(keyword).depth = SuricataNumbers.small(keyword.value());
            case "distance" -> {
                Text after = text(keyword);
                after.relative = true;
                after.offset = SuricataNumbers.small(keyword.value());
            }
            case "within" -> {
                Text after = text(keyword);
                after.relative = true;
                after.depth = SuricataNumbers.small(keyword.value());
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private Text text(Keyword keyword) throws Refused {
        Text begun = text;
        if (begun == null) {
            throw new Refused("rules with " + keyword.name() + " before any content");
        }
        return begun;
    }

    private void close() {
        Text begun = text;
        if (begun != null) {
            tests.add(new Content(
                    begun.octets, begun.anyCase, begun.negated, begun.relative, begun.offset, begun.depth, begun.last));
        }
        text = null;
    }

    private void content(String value) throws Refused {
        close();
        Text begun = new Text();
        begun.negated = value.startsWith("!");
        begun.octets = octets(unquoted(begun.negated ? value.substring(1).strip() : value));
        if (begun.octets.length == 0 || begun.octets.length > LONGEST_CONTENT) {
            throw new Refused("rules with an empty content, or one of more than " + LONGEST_CONTENT + " octets");
        }
        text = begun;
    }

    static String unquoted(String value) throws Refused {
        if (value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
            throw new Refused("rules with a text without quotation marks");
        }
        return value.substring(1, value.length() - 1);
    }

    /** Letters stand for themselves, those after a backslash too; between bars stand hexadecimal octets. */
    private static byte[] octets(String text) throws Refused {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        boolean hex = false;
        int high = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '|') {
                hex = !hex;
            } else if (hex && c != ' ') {
                int digit = Character.digit(c, 16);
                if (digit < 0) {
                    throw new Refused("rules with octets that are none");
                }
                high = high < 0 ? digit : put(octets, high << 4 | digit);
            } else if (!hex) {
                octets.write(c == '\\' && i + 1 < text.length() ? text.charAt(++i) : c);
            }
        }
        if (hex || high >= 0) {
            throw new Refused("rules with octets that are none");
        }
        return octets.toByteArray();
    }

    private static int put(ByteArrayOutputStream octets, int octet) {
        octets.write(octet);
        return -1;
    }

    /** {@code "/pattern/ismxAR"}, negated or not. */
    private static Expression expression(String value) throws Refused {
        boolean negated = value.startsWith("!");
        String plain = unquoted(negated ? value.substring(1).strip() : value);
        int end = plain.lastIndexOf('/');
        if (!plain.startsWith("/") || end < 1 || plain.length() > LONGEST_EXPRESSION) {
            throw new Refused("rules with an expression that is none, or too long");
        }
        int flags = Pattern.UNIX_LINES;
        boolean relative = false;
        boolean atOnce = false;
        for (char flag : plain.substring(end + 1).toCharArray()) {
            switch (flag) {
                case 'i' -> flags |= Pattern.CASE_INSENSITIVE;
                case 's' -> flags |= Pattern.DOTALL;
                case 'm' -> flags |= Pattern.MULTILINE;
                case 'x' -> flags |= Pattern.COMMENTS;
                case 'R' -> relative = true;
                case 'A' -> atOnce = true;
                default -> throw new Refused("rules with the flag " + Plainly.name("" + flag) + " of an expression");
            }
        }
        try {
            String java = PerlExpression.inJava(plain.substring(1, end));
            String ending = (flags & Pattern.COMMENTS) != 0 ? "\n)" : ")"; // a comment may stand before it
            Pattern pattern = Pattern.compile(atOnce ? "\\G(?:" + java + ending : java, flags);
            return new Expression(pattern, negated, relative);
        } catch (PatternSyntaxException | StackOverflowError e) {
            throw new Refused("rules with an expression that is not understood");
        }
    }

    /** {@code octets, operator, value, offset[, relative][, little][, string, hex]}. */
    private static NumberTest numberTest(String value) throws Refused {
        String[] parts = value.split(",");
        if (parts.length < 4) {
            throw new Refused("rules with a broken byte_test");
        }
        boolean relative = false;
        boolean little = false;
        boolean string = false;
        int base = 10;
        for (int i = 4; i < parts.length; i++) {
            switch (parts[i].strip()) {
                case "relative" -> relative = true;
                case "little" -> little = true;
                case "big" -> little = false;
                case "string" -> string = true;
                case "hex" -> base = 16;
                case "dec" -> base = 10;
                case "oct" -> base = 8;
                case String other -> throw new Refused("rules with byte_test " + Plainly.name(other));
            }
        }
        int size = SuricataNumbers.small(parts[0]);
        if (size < 1 || size > (string ? 18 : 8)) {
            throw new Refused("rules with a broken byte_test");
        }
        String operator = parts[1].strip();
        boolean negated = operator.startsWith("!");
        return new NumberTest(
                size,
                string ? base : 0,
                little,
                operator(negated ? operator.substring(1) : operator),
                negated,
                SuricataNumbers.whole(parts[2]),
                SuricataNumbers.small(parts[3]),
                relative);
    }

    private static NumberTest.Operator operator(String sign) throws Refused {
        return switch (sign) {
            case "<" -> NumberTest.Operator.LESS;
            case "<=" -> NumberTest.Operator.LESS_OR_EQUAL;
            case "=", "" -> NumberTest.Operator.EQUAL;
            case ">" -> NumberTest.Operator.MORE;
            case ">=" -> NumberTest.Operator.MORE_OR_EQUAL;
            case "&" -> NumberTest.Operator.AND;
            case "^" -> NumberTest.Operator.XOR;
            default -> throw new Refused("rules with byte_test " + Plainly.name(sign));
        };
    }

    private static DataAt dataAt(String value) throws Refused {
        boolean negated = value.startsWith("!");
        String[] parts = (negated ? value.substring(1) : value).split(",");
        boolean relative = parts.length > 1 && parts[1].strip().equals("relative");
        if (parts.length > (relative ? 2 : 1)) {
            throw new Refused("rules with isdataat " + Plainly.name(parts[parts.length - 1].strip()));
        }
        return new DataAt(SuricataNumbers.small(parts[0]), relative, negated);
    }
}
