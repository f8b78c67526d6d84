// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.util.ArrayList;
import java.util.List;
import weir.model.Address;

/** The Open Cybersecurity Schema Framework, version 1.5: Detection Finding (2004) and Incident Finding (2005). */
final class Ocsf implements ClaimFormat {

    private static final String SCHEMA = "1.5.0";
    private static final int CREATE = 1;

    private final String version;

    Ocsf(String version) {
        this.version = version;
    }

    @Override
    public String of(Claim c) {
        return (c.isIncident() ? incident(c) : finding(c)).text();
    }

    private Fields finding(Claim c) {
        return head(c, 2004, "Detection Finding")
                .put("metadata", metadata(c))
                .put("message", c.story())
                .put("is_alert", true)
                .put("finding_info", info(c))
                .put("evidences", List.of(evidence(c)))
                .put("resources", resources(c))
                .put("observables", observables(c))
                .put("unmapped", unmapped(c).put("about", c.about()).put("unit", c.unit()));
    }

    private Fields incident(Claim c) {
        Fields incident = head(c, 2005, "Incident Finding")
                .put("metadata", metadata(c).put("profiles", List.of("incident")))
                .put("message", c.title())
                .put("desc", c.story())
                .put(
                        "finding_info_list",
                        c.members().stream().map(Claim::of).map(Ocsf::info).toList())
                .put("attacks", attacks(c))
                // the schema wants somebody; nobody has taken it yet
                .put("assignee_group", new Fields().put("name", "unassigned"))
                .put("unmapped", unmapped(c).put("assets", c.assetTexts()));
        return c.impact().isEmpty() ? incident : incident.put("impact_id", 99).put("impact", c.impact());
    }

    private static Fields head(Claim c, int type, String name) {
        int confidence = c.confidence() < 0.34 ? 1 : c.confidence() < 0.67 ? 2 : 3;
        return new Fields()
                .put("class_uid", type)
                .put("class_name", name)
                .put("category_uid", 2)
                .put("category_name", "Findings")
                .put("activity_id", CREATE)
                .put("activity_name", "Create")
                .put("type_uid", type * 100L + CREATE)
                .put("type_name", name + ": Create")
                .put("time", Moment.milliseconds(c.end()))
                .put("start_time", Moment.milliseconds(c.start()))
                .put("end_time", Moment.milliseconds(c.end()))
                .put("severity_id", Scores.ocsf(c.severity()))
                .put("severity", Scores.ocsfName(c.severity()))
                .put("status_id", 1)
                .put("status", "New")
                .put("confidence_id", confidence)
                .put("confidence", List.of("Low", "Medium", "High").get(confidence - 1))
                .put("confidence_score", c.percent());
    }

    private Fields metadata(Claim c) {
        Fields product =
                new Fields().put("name", "Weir").put("vendor_name", "Weir").put("version", version);
        return new Fields().put("version", SCHEMA).put("uid", c.id()).put("product", product);
    }

    private static Fields info(Claim c) {
        return new Fields()
                .put("uid", c.id())
                .put("title", c.title())
                .put("desc", c.story())
                .put("first_seen_time", Moment.milliseconds(c.start()))
                .put("last_seen_time", Moment.milliseconds(c.end()))
                .put(
                        "analytic",
                        new Fields()
                                .put("uid", c.code())
                                .put("name", c.code())
                                .put("type_id", 1)
                                .put("type", "Rule"))
                .put("attacks", attacks(c));
    }

    /** One for each technique; the tactic that an incident has reached is one of its own. */
    private static List<Fields> attacks(Claim c) {
        List<Fields> attacks = new ArrayList<>();
        for (String id : c.techniques()) {
            attacks.add(
                    new Fields().put("technique", new Fields().put("uid", id).put("name", TechniqueNames.of(id))));
        }
        if (!c.phase().isEmpty()) {
            attacks.add(new Fields().put("tactic", new Fields().put("name", c.phase())));
        }
        return attacks;
    }

    private static Fields evidence(Claim c) {
        Fields packets = new Fields()
                .put("first_packet", c.firstPacket())
                .put("last_packet", c.lastPacket())
                .put("count", c.count());
        return new Fields()
                .put("src_endpoint", endpoint(c.source()))
                .put("dst_endpoint", endpoint(c.target()))
                .put("data", packets);
    }

    private static Fields endpoint(Address address) {
        return switch (address.kind()) {
            case NONE -> new Fields();
            case MAC -> new Fields().put("uid", address.toString()).put("mac", address.toString());
            case IPV4, IPV6 -> new Fields().put("ip", address.toString());
        };
    }

    private static List<Fields> resources(Claim c) {
        return c.assetTexts().stream()
                .map(asset -> new Fields().put("uid", asset).put("type", "Device"))
                .toList();
    }

    private static List<Fields> observables(Claim c) {
        List<Fields> observables = new ArrayList<>();
        observable(observables, "evidences[0].src_endpoint", c.source());
        observable(observables, "evidences[0].dst_endpoint", c.target());
        return observables;
    }

    private static void observable(List<Fields> to, String end, Address address) {
        switch (address.kind()) {
            case NONE -> {}
            case MAC -> to.add(observable(end + ".mac", 3, "MAC Address", address));
            case IPV4, IPV6 -> to.add(observable(end + ".ip", 2, "IP Address", address));
        }
    }

    private static Fields observable(String name, int type, String typeName, Address address) {
        return new Fields()
                .put("name", name)
                .put("type_id", type)
                .put("type", typeName)
                .put("value", address.toString());
    }

    private static Fields unmapped(Claim c) {
        return new Fields().put("expected", c.expected()).put("seen", c.seen()).put("benign_if", c.benignIf());
    }
}
