// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the condition of a rule: {@code selection and not 1 of filter_*}. */
public final class ConditionText {

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 32;
    private static final Pattern WORD = Pattern.compile("\\s*(\\(|\\)|[^\\s()]+)");

    private final List<String> words = new ArrayList<>(); // at most LONGEST
    private final Map<String, Condition> searches;
    private int at;
    private int depth;

    private ConditionText(Map<String, Condition> searches) {
        this.searches = searches;
    }

    /** @param searches the named searches of the rule */
    public static Condition read(String text, Map<String, Condition> searches) throws Unsupported {
        if (text.length() > LONGEST) {
            throw new Unsupported("rules with a condition of more than " + LONGEST + " characters");
        }
        if (text.indexOf('|') >= 0) {
            boolean near = text.substring(text.indexOf('|') + 1).strip().startsWith("near");
            throw new Unsupported(
                    near ? "rules with near in the condition" : "rules with an aggregation in the condition");
        }
        ConditionText reader = new ConditionText(searches);
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            reader.words.add(word.group(1));
        }
        Condition all = reader.or();
        if (reader.at < reader.words.size()) {
            throw broken("'" + reader.words.get(reader.at) + "' is one too many");
        }
        return all;
    }

    private static Unsupported broken(String why) {
        return new Unsupported("rules with a broken condition:", why);
    }

    private boolean takes(String word) {
        if (at < words.size() && words.get(at).toLowerCase(Locale.ROOT).equals(word)) {
            at++;
            return true;
        }
        return false;
    }

    private Condition or() throws Unsupported {
        if (++depth > DEEPEST) {
            throw broken("nested too deeply");
        }
        List<Condition> any = new ArrayList<>();
        do {
            any.add(and());
        } while (takes("or"));
        depth--;
        return any.size() == 1 ? any.getFirst() : new Condition.Or(any);
    }

    private Condition and() throws Unsupported {
        List<Condition> all = new ArrayList<>();
        do {
            all.add(not());
        } while (takes("and"));
        return all.size() == 1 ? all.getFirst() : new Condition.And(all);
    }

    private Condition not() throws Unsupported {
        boolean not = false;
        while (takes("not")) {
            not = !not;
        }
        Condition condition = primary();
        return not ? new Condition.Not(condition) : condition;
    }

    private Condition primary() throws Unsupported {
        if (takes("(")) {
            Condition inside = or();
            if (!takes(")")) {
                throw broken("')' is missing");
            }
            return inside;
        }
        if (at >= words.size()) {
            throw broken("it ends too early");
        }
        String word = words.get(at++);
        if (takes("of")) {
            return quantified(word.toLowerCase(Locale.ROOT));
        }
        Condition search = searches.get(word);
        if (search == null) {
            throw broken("no search is called " + word);
        }
        return search;
    }

    private Condition quantified(String quantity) throws Unsupported {
        if (at >= words.size()) {
            throw broken("it ends too early");
        }
        List<Condition> named = named(words.get(at++));
        return switch (quantity) {
            case "1", "any" -> new Condition.Or(named);
            case "all" -> new Condition.And(named);
            default -> throw new Unsupported("rules with a condition of the kind", quantity + " of");
        };
    }

    /** The searches of a name with wildcards; {@code them} leaves out those that begin with an underscore. */
    private List<Condition> named(String name) throws Unsupported {
        boolean them = name.equals("them");
        Glob glob = Glob.of(Glob.tokens(them ? "*" : name), false, false, true);
        List<Condition> named = new ArrayList<>();
        searches.forEach((key, search) -> {
            if (glob.matches(key) && !(them && key.startsWith("_"))) {
                named.add(search);
            }
        });
        if (named.isEmpty()) {
            throw broken("no search is called " + name);
        }
        return named;
    }
}
