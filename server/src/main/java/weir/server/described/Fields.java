// SPDX-License-Identifier: Apache-2.0
package weir.server.described;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.server.yaml.Entry;
import weir.server.yaml.Misdescribed;
import weir.wire.described.Formula;
import weir.wire.described.Formulas;
import weir.wire.described.Step;
import weir.wire.described.Step.Role;
import weir.wire.described.Step.Width;

/** The fields of a message, from their entries in a description. */
final class Fields {

    private static final int MOST_FIELDS = 1024;
    private static final int DEEPEST = 32;
    private static final Set<String> NUMBER = Set.of("name", "type", "order", "must", "bits", "is", "fact", "about");
    private static final Set<String> TEXT = Set.of("name", "type", "length", "end", "is", "about");

    private final boolean little;
    private final Map<String, Integer> slots = new HashMap<>();
    private int depth;

    Fields(boolean little) {
        this.little = little;
    }

    int slots() {
        return slots.size();
    }

    List<Step> read(Entry list) throws Misdescribed {
        if (++depth > DEEPEST) {
            throw list.wrong("too deeply nested");
        }
        List<Step> steps = new ArrayList<>();
        for (Entry entry : list.elements()) {
            steps.add(step(entry));
        }
        depth--;
        return steps;
    }

    private Step step(Entry entry) throws Misdescribed {
        Map<String, Entry> parts = entry.parts();
        if (parts.containsKey("when")) {
            return when(entry);
        }
        if (parts.containsKey("repeat")) {
            return repeat(entry);
        }
        String type = entry.needed(parts, "type").text();
        return switch (type) {
            case "text", "bytes" -> text(entry);
            case "bits" -> {
                Map<String, Entry> known = entry.parts(Set.of("name", "type", "count", "about"));
                yield new Step.Bits(formula(entry.needed(known, "count")));
            }
            case String other -> number(entry);
        };
    }

    private Step when(Entry entry) throws Misdescribed {
        Map<String, Entry> parts = entry.parts(Set.of("when", "then", "else", "about"));
        Entry otherwise = parts.get("else");
        Formula condition = formula(entry.needed(parts, "when"));
        List<Step> then = read(entry.needed(parts, "then"));
        return new Step.When(condition, then, otherwise == null ? List.of() : read(otherwise));
    }

    /** {@code repeat: FORMULA} or {@code repeat: end}. */
    private Step repeat(Entry entry) throws Misdescribed {
        Map<String, Entry> parts = entry.parts(Set.of("repeat", "fields", "about"));
        Entry count = entry.needed(parts, "repeat");
        Formula times = count.text().equals("end") ? null : formula(count);
        return new Step.Repeat(times, read(entry.needed(parts, "fields")));
    }

    private Step number(Entry entry) throws Misdescribed {
        Map<String, Entry> parts = entry.parts(NUMBER);
        Width width = entry.needed(parts, "type").constant(Width.class);
        Entry order = parts.get("order");
        Entry must = parts.get("must");
        String name = DescriptionFile.text(parts.get("name"), "");
        int slot = slot(name, entry);
        Entry bits = parts.get("bits");
        return new Step.Number(
                name,
                slot,
                width,
                order == null ? little : DescriptionFile.little(order),
                must == null ? null : must.number(Long.MIN_VALUE, Long.MAX_VALUE),
                bits == null ? List.of() : bits(bits),
                role(parts.get("is")),
                fact(parts.get("fact")));
    }

    /** {@code fact: key}, or with the number of hexadecimal digits {@code fact: key 2}. */
    private static Step.@Nullable Fact fact(@Nullable Entry entry) throws Misdescribed {
        if (entry == null) {
            return null;
        }
        String[] words = entry.text().split(" ", 2);
        try {
            return new Step.Fact(words[0], words.length < 2 ? 0 : Integer.parseInt(words[1].strip()));
        } catch (NumberFormatException e) {
            throw entry.wrong("'" + entry.text() + "': a key, and how many hexadecimal digits");
        }
    }

    private List<Step.Part> bits(Entry list) throws Misdescribed {
        List<Step.Part> all = new ArrayList<>();
        for (Entry entry : list.elements()) {
            Map<String, Entry> parts = entry.parts(Set.of("name", "mask", "is", "about"));
            int slot = slot(entry.needed(parts, "name").text(), entry);
            long mask = entry.needed(parts, "mask").number(1, Long.MAX_VALUE);
            all.add(new Step.Part(slot, mask, role(parts.get("is"))));
        }
        return all;
    }

    private Step text(Entry entry) throws Misdescribed {
        Map<String, Entry> parts = entry.parts(TEXT);
        Entry length = parts.get("length");
        Entry is = parts.get("is");
        Attribute attribute = is == null ? null : attribute(is);
        Role role = attribute == null ? role(is) : Role.IDENTITY;
        return new Step.Text(
                length == null ? null : formula(length),
                (int) DescriptionFile.number(parts.get("end"), 0, 255, -1),
                role,
                attribute);
    }

    /** {@code is: identity model}. */
    private static @Nullable Attribute attribute(Entry is) throws Misdescribed {
        String text = is.text();
        if (!text.startsWith("identity ")) {
            return null;
        }
        for (Attribute attribute : Attribute.values()) {
            if (attribute.label().equals(text.substring("identity ".length()))) {
                return attribute;
            }
        }
        throw is.wrong("'" + text + "' is not known; identity and one of the attributes in docs/outputs.md");
    }

    private static Role role(@Nullable Entry is) throws Misdescribed {
        return is == null ? Role.NONE : is.constant(Role.class);
    }

    private int slot(String name, Entry entry) throws Misdescribed {
        String kept = name.isEmpty() ? "#" + slots.size() : name.toLowerCase(Locale.ROOT);
        if (slots.size() >= MOST_FIELDS) {
            throw entry.wrong("more than " + MOST_FIELDS + " fields");
        }
        return slots.computeIfAbsent(kept, n -> slots.size());
    }

    Formula formula(Entry entry) throws Misdescribed {
        try {
            return Formulas.parse(entry.text(), name -> slots.getOrDefault(name.toLowerCase(Locale.ROOT), -1));
        } catch (IllegalArgumentException e) {
            throw entry.wrong(String.valueOf(e.getMessage()));
        }
    }
}
