// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.analysis.detect.sigma.Condition;
import weir.analysis.detect.sigma.ConditionText;
import weir.analysis.detect.sigma.Modifiers;
import weir.analysis.detect.sigma.Unsupported;
import weir.server.feed.record.WindowsXml;
import weir.server.yaml.Entry;
import weir.server.yaml.Misdescribed;

/** What one rule in Sigma searches for, and the condition that joins its searches. */
final class SigmaDetection {

    /** Values of one rule, however often an alias of YAML repeats them. */
    private static final int MOST_VALUES = 20_000;

    private int values;

    Condition condition(Map<String, Entry> parts) throws Unsupported, Misdescribed {
        Entry condition = parts.get("condition");
        if (condition == null) {
            throw new Unsupported("rules without a condition");
        }
        if (parts.containsKey("timeframe")) {
            throw new Unsupported("rules with a timeframe");
        }
        Map<String, Condition> searches = new LinkedHashMap<>();
        for (Map.Entry<String, Entry> part : parts.entrySet()) {
            if (!part.getKey().equals("condition")) {
                searches.put(part.getKey(), search(part.getValue()));
            }
        }
        List<Condition> any = new ArrayList<>();
        for (Entry text : condition.isList() ? condition.elements() : List.of(condition)) {
            any.add(ConditionText.read(text.text(), searches));
        }
        return any.size() == 1 ? any.getFirst() : new Condition.Or(any);
    }

    /** A search is fields that must all hold; a list of such, of which one must; or words, of which one must. */
    private Condition search(Entry entry) throws Unsupported, Misdescribed {
        if (!entry.isList()) {
            return entry.isText() ? words(List.of(entry)) : fields(entry);
        }
        List<Entry> elements = bounded(entry);
        if (elements.stream().allMatch(Entry::isText)) {
            return words(elements);
        }
        List<Condition> any = new ArrayList<>();
        for (Entry element : elements) {
            any.add(search(element));
        }
        return new Condition.Or(any);
    }

    private Condition words(List<Entry> words) throws Unsupported, Misdescribed {
        return Modifiers.of("").condition(values(words));
    }

    private Condition fields(Entry entry) throws Unsupported, Misdescribed {
        List<Condition> all = new ArrayList<>();
        for (Map.Entry<String, Entry> field : entry.parts().entrySet()) {
            List<Entry> values = field.getValue().isList() ? bounded(field.getValue()) : List.of(field.getValue());
            List<@Nullable String> texts = values(values);
            if (field.getKey().equals("EventID")) {
                known(texts);
            }
            all.add(Modifiers.of(field.getKey()).condition(texts));
        }
        if (all.isEmpty()) {
            throw new Unsupported("rules with an empty search");
        }
        return all.size() == 1 ? all.getFirst() : new Condition.And(all);
    }

    /** A rule about events that are never told would be silent for ever. */
    private static void known(List<@Nullable String> ids) throws Unsupported {
        if (ids.stream().noneMatch(id -> id != null && WindowsXml.tells(id))) {
            throw new Unsupported("rules about Windows events that are not read:", String.valueOf(ids.getFirst()));
        }
    }

    private static List<Entry> bounded(Entry list) throws Unsupported, Misdescribed {
        List<Entry> elements = list.elements();
        if (elements.isEmpty()) {
            throw new Unsupported("rules with an empty list");
        }
        return elements;
    }

    private List<@Nullable String> values(List<Entry> entries) throws Unsupported, Misdescribed {
        values += entries.size();
        if (values > MOST_VALUES) {
            throw new Unsupported("rules with more than " + MOST_VALUES + " values");
        }
        List<@Nullable String> texts = new ArrayList<>();
        for (Entry entry : entries) {
            texts.add(entry.isNothing() ? null : entry.text());
        }
        return texts;
    }
}
