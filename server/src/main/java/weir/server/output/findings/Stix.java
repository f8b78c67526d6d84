// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.model.Finding;
import weir.model.Incident;

/**
 * A bundle of STIX 2.1 in the making. A finding is observed data (the addresses) and, for each of its techniques, a
 * sighting of that attack pattern; without a technique it is a note. An incident is an incident with the core extension
 * of OASIS, related to what was observed. An object that is added twice is in the bundle once.
 */
final class Stix {

    private static final int MOST = 999_999_999;

    private final Map<String, Fields> objects = new LinkedHashMap<>();
    private final String identity;

    Stix() {
        identity = add(StixObjects.identity());
    }

    Stix add(Finding f) {
        String observed = observed(f);
        List<String> refs = observed.isEmpty() ? List.of() : List.of(observed);
        for (String technique : f.techniques()) {
            String pattern = add(StixObjects.attackPattern(technique, identity));
            add(sighting(f, technique, pattern, refs));
        }
        if (f.techniques().isEmpty()) {
            add(note(f, refs.isEmpty() ? List.of(identity) : refs));
        }
        return this;
    }

    Stix add(Incident i) {
        i.findings().forEach(this::add);
        String incident = add(StixObjects.incident(i, identity));
        for (Finding f : i.findings()) {
            if (!f.assets().isEmpty()) {
                add(relationship(i, incident, StixObjects.observedId(f)));
            }
        }
        for (String technique : i.techniques()) {
            add(relationship(i, incident, StixObjects.patternId(technique)));
        }
        return this;
    }

    private String observed(Finding f) {
        if (f.assets().isEmpty()) {
            return "";
        }
        List<String> addresses =
                f.assets().stream().map(StixObjects::address).map(this::add).toList();
        return add(StixObjects.domain("observed-data", StixObjects.observedId(f), f.start(), f.end(), identity)
                .put("first_observed", Moment.text(f.start()))
                .put("last_observed", Moment.text(f.end()))
                .put("number_observed", Math.clamp(f.count(), 1, MOST))
                .put("object_refs", addresses));
    }

    private Fields sighting(Finding f, String technique, String pattern, List<String> observed) {
        String id = StixId.own("sighting", f.id() + " " + technique);
        return StixObjects.domain("sighting", id, f.start(), f.end(), identity)
                .put("description", StixObjects.proof(f))
                .put("confidence", Claim.of(f).percent())
                .put("first_seen", Moment.text(f.start()))
                .put("last_seen", Moment.text(f.end()))
                .put("count", Math.clamp(f.count(), 0, MOST))
                .put("sighting_of_ref", pattern)
                .put("observed_data_refs", observed)
                .put("where_sighted_refs", List.of(identity))
                .put("labels", List.of("severity:" + f.severity().label()))
                .put("external_references", StixObjects.references(f));
    }

    private Fields note(Finding f, List<String> about) {
        return StixObjects.domain("note", StixId.own("note", f.id()), f.start(), f.end(), identity)
                .put("abstract", f.title())
                .put("content", StixObjects.proof(f))
                .put("confidence", Claim.of(f).percent())
                .put("object_refs", about)
                .put("labels", List.of("severity:" + f.severity().label()))
                .put("external_references", StixObjects.references(f));
    }

    private Fields relationship(Incident i, String from, String to) {
        String id = StixId.own("relationship", from + " related-to " + to);
        return StixObjects.domain("relationship", id, i.start(), i.end(), identity)
                .put("relationship_type", "related-to")
                .put("source_ref", from)
                .put("target_ref", to);
    }

    private String add(Fields object) {
        String id = object.value("id").toString();
        objects.putIfAbsent(id, object);
        return id;
    }

    /** The bundle on one line; its id is that of what is in it. */
    String text() {
        return new Fields()
                .put("type", "bundle")
                .put("id", StixId.own("bundle", String.join(" ", objects.keySet())))
                .put("objects", List.copyOf(objects.values()))
                .text();
    }
}
