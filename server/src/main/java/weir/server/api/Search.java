// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import weir.model.Asset;
import weir.model.Finding;
import weir.model.Incident;
import weir.model.Point;
import weir.server.output.Labels;
import weir.server.site.Glance;

/** Looks for words in everything that is known. */
final class Search {

    /** Hits of one sort. */
    private static final int MOST = 20;

    private final Glance glance;

    Search(Glance glance) {
        this.glance = glance;
    }

    Answer answer(Asked asked) {
        String words = asked.text("q").strip().toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            throw Problem.wrong("'q' has to hold what is looked for.");
        }
        List<Map<String, Object>> hits = new ArrayList<>();
        glance.assets().stream()
                .filter(a -> holds(a, words))
                .limit(MOST)
                .forEach(a -> hits.add(hit("asset", a.id(), Labels.of(a))));
        glance.incidents().stream()
                .filter(i -> holds(i, words))
                .limit(MOST)
                .forEach(i -> hits.add(hit("incident", i.id(), i.title())));
        glance.findings().stream()
                .filter(f -> holds(f, words))
                .limit(MOST)
                .forEach(f -> hits.add(hit("finding", f.id(), f.title())));
        glance.points().stream()
                .filter(p -> holds(p, words))
                .limit(MOST)
                .forEach(p -> hits.add(hit("point", p.id(), p.id())));
        return Answer.json(200, Map.of("items", hits));
    }

    private static Map<String, Object> hit(String kind, String id, String label) {
        return Map.of("kind", kind, "id", id, "label", label);
    }

    static boolean holds(Asset a, String words) {
        return holds(words, a.id(), Labels.of(a), a.role().label(), a.macVendor())
                || a.known().values().stream().anyMatch(v -> holds(words, v))
                || a.addresses().stream().anyMatch(x -> holds(words, x.toString()))
                || a.macs().stream().anyMatch(x -> holds(words, x.toString()));
    }

    private static boolean holds(Incident i, String words) {
        return holds(words, i.id(), i.title(), i.story());
    }

    private static boolean holds(Finding f, String words) {
        return holds(words, f.id(), f.title(), f.about(), f.seen(), f.detector());
    }

    private static boolean holds(Point p, String words) {
        return holds(words, p.id(), p.tag() == null ? "" : p.tag().name());
    }

    private static boolean holds(String words, String... texts) {
        for (String text : texts) {
            if (text.toLowerCase(Locale.ROOT).contains(words)) {
                return true;
            }
        }
        return false;
    }
}
