// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.sigma;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What follows the name of a field in a rule: {@code CommandLine|base64offset|contains}. */
public final class Modifiers {

    private static final Set<String> KNOWN = Set.of(
            "contains",
            "startswith",
            "endswith",
            "all",
            "re",
            "i",
            "m",
            "s",
            "cidr",
            "lt",
            "lte",
            "gt",
            "gte",
            "exists",
            "cased",
            "windash",
            "base64",
            "base64offset",
            "wide",
            "utf16le",
            "utf16be",
            "utf16");

    /** What decides how to compare: one of them at most. */
    private static final Set<String> KINDS =
            Set.of("contains", "startswith", "endswith", "re", "cidr", "lt", "lte", "gt", "gte", "exists");

    private final String field;
    private final List<String> chain;

    private Modifiers(String field, List<String> chain) {
        this.field = field;
        this.chain = chain;
    }

    /** @param key as it stands in the rule: the name of a field, then its modifiers */
    public static Modifiers of(String key) throws Unsupported {
        List<String> parts = List.of(key.split("\\|", -1));
        Modifiers modifiers = new Modifiers(parts.getFirst(), parts.subList(1, parts.size()));
        for (String modifier : modifiers.chain) {
            if (modifier.equals("expand")) {
                throw new Unsupported("rules with placeholders (modifier expand)");
            }
            if (!KNOWN.contains(modifier)) {
                throw new Unsupported("rules with the modifier", modifier);
            }
        }
        modifiers.agree();
        return modifiers;
    }

    private void agree() throws Unsupported {
        boolean regex = has("re");
        boolean encodes = has("base64") || has("base64offset") || charset() != null || has("windash");
        boolean compares = chain.stream().anyMatch(Set.of("re", "cidr", "lt", "lte", "gt", "gte", "exists")::contains);
        boolean flags = has("i") || has("m") || has("s");
        if (chain.stream().filter(KINDS::contains).count() > 1 || encodes && compares || flags && !regex) {
            throw new Unsupported("rules with modifiers that do not go together:", String.join("|", chain));
        }
    }

    private boolean has(String modifier) {
        return chain.contains(modifier);
    }

    /** @param values null stands for a field that is absent or empty */
    public Condition condition(List<@Nullable String> values) throws Unsupported {
        if (values.isEmpty()) {
            throw new Unsupported("rules with an empty list");
        }
        List<Condition> each = new ArrayList<>();
        for (@Nullable String value : values) {
            each.add(value(value));
        }
        if (each.size() == 1) {
            return each.getFirst();
        }
        return has("all") ? new Condition.And(each) : new Condition.Or(each);
    }

    private Condition value(@Nullable String value) throws Unsupported {
        List<Condition> any = new ArrayList<>();
        for (Comparison comparison : comparisons(value)) {
            any.add(field.isEmpty() ? new Condition.Anywhere(comparison) : new Condition.Search(field, comparison));
        }
        return any.size() == 1 ? any.getFirst() : new Condition.Or(any);
    }

    private List<Comparison> comparisons(@Nullable String value) throws Unsupported {
        if (value == null) {
            return List.of(new Comparison.Presence(false, true));
        }
        if (value.length() > Glob.LONGEST) {
            throw new Unsupported("rules with a text of more than " + Glob.LONGEST + " characters");
        }
        if (has("re")) {
            return List.of(Regex.of(value, flags()));
        }
        if (has("cidr")) {
            return List.of(Cidr.of(value));
        }
        if (has("exists")) {
            return List.of(new Comparison.Presence(truth(value), false));
        }
        for (Comparison.Order order : Comparison.Order.values()) {
            if (has(order.name().toLowerCase(java.util.Locale.ROOT))) {
                return List.of(new Comparison.Number(order, number(value)));
            }
        }
        List<Comparison> all = new ArrayList<>();
        for (int[] text : texts(value)) {
            all.add(glob(text));
        }
        return all;
    }

    private int flags() {
        return (has("i") ? Pattern.CASE_INSENSITIVE : 0)
                | (has("m") ? Pattern.MULTILINE : 0)
                | (has("s") ? Pattern.DOTALL : 0);
    }

    private static boolean truth(String value) throws Unsupported {
        return switch (value) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new Unsupported("rules with exists that is neither true nor false");
        };
    }

    private static double number(String value) throws Unsupported {
        double number = Comparison.Number.number(value);
        if (Double.isNaN(number)) {
            throw new Unsupported("rules that compare with what is no number");
        }
        return number;
    }

    /** Keywords may stand anywhere in the text. */
    private Glob glob(int[] tokens) {
        boolean anywhere = has("contains") || field.isEmpty();
        return Glob.of(tokens, anywhere || has("endswith"), anywhere || has("startswith"), has("cased"));
    }

    private List<int[]> texts(String value) throws Unsupported {
        List<int[]> all = new ArrayList<>();
        for (String variant : has("windash") ? Encodings.dashes(value) : List.of(value)) {
            int[] tokens = Glob.tokens(variant);
            @Nullable Charset charset = charset();
            if (charset == null && !has("base64") && !has("base64offset")) {
                all.add(tokens);
                continue;
            }
            if (Glob.hasWildcard(tokens)) {
                throw new Unsupported("rules with wildcards in what is encoded");
            }
            String plain = new String(tokens, 0, tokens.length);
            byte[] octets = plain.getBytes(charset == null ? StandardCharsets.UTF_8 : charset);
            for (String text : encoded(octets)) {
                all.add(Glob.literal(text));
            }
        }
        return all;
    }

    private List<String> encoded(byte[] octets) {
        if (has("base64offset")) {
            return Encodings.base64AtAnyOffset(octets);
        }
        return List.of(has("base64") ? Encodings.base64(octets) : new String(octets, StandardCharsets.ISO_8859_1));
    }

    private @Nullable Charset charset() {
        if (has("wide") || has("utf16le")) {
            return StandardCharsets.UTF_16LE;
        }
        if (has("utf16be")) {
            return StandardCharsets.UTF_16BE;
        }
        return has("utf16") ? StandardCharsets.UTF_16 : null;
    }
}
