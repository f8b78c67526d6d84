// SPDX-License-Identifier: Apache-2.0
package weir.wire.described;

import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import weir.wire.described.Formula.Operator;

/**
 * Reads a formula: {@code count * 2}, {@code request and code <= 4}, {@code not refused}. Stronger first: {@code * /},
 * {@code + -}, {@code &}, comparisons, {@code not}, {@code and}, {@code or}. Words: names of fields read before it,
 * {@code left}, {@code read}, {@code asked}, {@code request}, {@code response}.
 */
public final class Formulas {

    private static final int DEEPEST = 64;
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(0x[0-9a-fA-F]+|\\d+|[A-Za-z_][A-Za-z0-9_]*|==|!=|<=|>=|[-+*/()<>&])\\s*");

    /** By strength, the weakest first. */
    private static final Operator[][] STRENGTHS = {
        {Operator.OR},
        {Operator.AND},
        {Operator.EQUAL, Operator.UNEQUAL, Operator.AT_MOST, Operator.AT_LEAST, Operator.LESS, Operator.MORE},
        {Operator.BITS},
        {Operator.PLUS, Operator.MINUS},
        {Operator.TIMES, Operator.OVER},
    };

    private final String text;
    private final ToIntFunction<String> slots;
    private int at;
    private String token = "";
    private int depth;

    private Formulas(String text, ToIntFunction<String> slots) {
        this.text = text;
        this.slots = slots;
    }

    /**
     * @param slots where a field is kept; -1 for one that is not known
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static Formula parse(String text, ToIntFunction<String> slots) {
        Formulas parser = new Formulas(text, slots);
        parser.next();
        Formula formula = parser.level(0);
        if (!parser.token.isEmpty()) {
            throw parser.wrong("'" + parser.token + "' is not expected");
        }
        return formula;
    }

    private Formula level(int strength) {
        if (++depth > DEEPEST) {
            throw wrong("too deeply nested");
        }
        Formula left = strength == STRENGTHS.length ? single() : level(strength + 1);
        Operator operator;
        while (strength < STRENGTHS.length && (operator = operator(STRENGTHS[strength])) != null) {
            next();
            left = new Formula.Both(operator, left, level(strength + 1));
        }
        depth--;
        return left;
    }

    private @Nullable Operator operator(Operator[] candidates) {
        for (Operator candidate : candidates) {
            if (candidate.sign().equals(token)) {
                return candidate;
            }
        }
        return null;
    }

    private Formula single() {
        String word = token;
        if (word.isEmpty()) {
            throw wrong("it ends too early");
        }
        next();
        return switch (word) {
            case "(" -> inner();
            case "not" -> new Formula.Not(level(2));
            case "left" -> new Formula.Left();
            case "read" -> new Formula.Read();
            case "asked" -> new Formula.Asked();
            case "request" -> new Formula.FromClient();
            case "response" -> new Formula.Not(new Formula.FromClient());
            case String number when Character.isDigit(number.charAt(0)) -> number(number);
            case String name when Character.isLetter(name.charAt(0)) || name.charAt(0) == '_' -> field(name);
            case String other -> throw wrong("'" + other + "' is not expected");
        };
    }

    private Formula inner() {
        Formula inner = level(0);
        if (!token.equals(")")) {
            throw wrong("a ) is missing");
        }
        next();
        return inner;
    }

    private Formula number(String digits) {
        try {
            return new Formula.Constant(Long.decode(digits));
        } catch (NumberFormatException e) {
            throw wrong("'" + digits + "' is too large");
        }
    }

    private Formula field(String name) {
        int slot = slots.applyAsInt(name);
        if (slot < 0) {
            throw wrong("there is no field '" + name + "' before it");
        }
        return new Formula.Field(slot);
    }

    private void next() {
        if (at >= text.length()) {
            token = "";
            return;
        }
        Matcher matcher = TOKEN.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            throw wrong("'" + text.substring(at) + "' is not understood");
        }
        token = matcher.group(1);
        at = matcher.end();
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("formula '" + text + "': " + why);
    }
}
