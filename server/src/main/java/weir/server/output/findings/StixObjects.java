// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.util.List;
import weir.model.Address;
import weir.model.Finding;
import weir.model.Incident;

/** The objects of a STIX bundle that do not depend on others in it. */
final class StixObjects {

    /** Incident Core Extension of OASIS (cti-stix-common-objects). */
    static final String INCIDENT_CORE = "extension-definition--ef765651-680c-498d-9894-99799f2fa126";

    /** Objects that are the same in all bundles are of the same time in all: the start of 2026. */
    private static final long ALWAYS = 1_767_225_600_000_000_000L;

    private StixObjects() {}

    static Fields domain(String type, String id, long created, long modified, String by) {
        return new Fields()
                .put("type", type)
                .put("spec_version", "2.1")
                .put("id", id)
                .put("created_by_ref", by)
                .put("created", Moment.text(created))
                .put("modified", Moment.text(modified));
    }

    static Fields identity() {
        return domain("identity", StixId.own("identity", "Weir"), ALWAYS, ALWAYS, "")
                .put("name", "Weir")
                .put("identity_class", "system");
    }

    static String patternId(String technique) {
        return StixId.own("attack-pattern", technique);
    }

    static Fields attackPattern(String technique, String by) {
        Fields reference = new Fields()
                .put("source_name", "mitre-attack")
                .put("external_id", technique)
                .put("url", TechniqueNames.link(technique));
        return domain("attack-pattern", patternId(technique), ALWAYS, ALWAYS, by)
                .put("name", TechniqueNames.of(technique))
                .put("external_references", List.of(reference));
    }

    static String observedId(Finding f) {
        return StixId.own("observed-data", f.id());
    }

    static Fields address(Address address) {
        String type = switch (address.kind()) {
            case NONE -> throw new IllegalArgumentException("no address");
            case MAC -> "mac-addr";
            case IPV4 -> "ipv4-addr";
            case IPV6 -> "ipv6-addr";
        };
        return new Fields()
                .put("type", type)
                .put("spec_version", "2.1")
                .put("id", StixId.observable(type, address.toString()))
                .put("value", address.toString());
    }

    static Fields incident(Incident i, String by) {
        String impact = i.impact().isEmpty() ? "" : "\n" + i.impact();
        Fields core = new Fields()
                .put("extension_type", "property-extension")
                .put("determination", "suspected")
                .put("investigation_status", "new")
                .put("criticality", Scores.hundred(i.severity()))
                .put("detection_methods", i.detectors());
        return domain("incident", StixId.own("incident", i.id()), i.start(), i.end(), by)
                .put("name", i.title())
                .put("description", i.story() + impact)
                .put("confidence", Claim.of(i).percent())
                .put("labels", List.of("severity:" + i.severity().label()))
                .put("external_references", List.of(reference(i.id())))
                .put("extensions", new Fields().put(INCIDENT_CORE, core));
    }

    /** The finding itself, and its detector. */
    static List<Fields> references(Finding f) {
        return List.of(reference(f.id()), reference(f.detector()));
    }

    private static Fields reference(String id) {
        return new Fields().put("source_name", "Weir").put("external_id", id);
    }

    /** The story with where it can be read and what would make it harmless. */
    static String proof(Finding f) {
        StringBuilder proof = new StringBuilder(Story.of(f));
        if (!f.benignIf().isEmpty()) {
            proof.append("\nHarmless if: ").append(f.benignIf());
        }
        if (!f.about().isEmpty()) {
            proof.append("\nAbout: ").append(f.about());
        }
        if (!f.target().unit().isEmpty()) {
            proof.append("\nUnit: ").append(f.target().unit());
        }
        if (f.firstPacket() > 0) {
            proof.append("\nPackets: ").append(f.firstPacket()).append(" to ").append(f.lastPacket());
        }
        return proof.toString();
    }
}
