// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.util.List;
import java.util.Locale;
import weir.model.Address;

/** The Elastic Common Schema, version 8: an alert with what the schema has no field for under {@code weir}. */
final class Ecs implements ClaimFormat {

    private static final String SCHEMA = "8.17.0";

    private final String version;

    Ecs(String version) {
        this.version = version;
    }

    @Override
    public String of(Claim c) {
        return new Fields()
                .put("@timestamp", Moment.text(c.start()))
                .put("ecs", new Fields().put("version", SCHEMA))
                .put("message", c.story())
                .put("event", event(c))
                .put("rule", rule(c))
                .put("threat", threat(c))
                .put("source", end(c.source()))
                .put("destination", end(c.target()))
                .put("related", new Fields().put("ip", ips(c.assets())))
                .put(
                        "observer",
                        new Fields()
                                .put("vendor", "Weir")
                                .put("product", "Weir")
                                .put("type", "ids")
                                .put("version", version))
                .put("weir", own(c))
                .text();
    }

    private static Fields event(Claim c) {
        return new Fields()
                .put("kind", "alert")
                .put("category", List.of("intrusion_detection", "network"))
                .put("type", List.of("info"))
                .put("id", c.id())
                .put("code", c.code())
                .put("module", "weir")
                .put("dataset", "weir." + c.kind())
                .put("provider", "weir")
                .put("start", Moment.text(c.start()))
                .put("end", Moment.text(c.end()))
                .put("duration", c.end() - c.start())
                .put("severity", Scores.ten(c.severity()))
                .put("risk_score", (double) Scores.hundred(c.severity()))
                .put("reason", c.seen());
    }

    private static Fields rule(Claim c) {
        return new Fields().put("id", c.code()).put("name", c.title());
    }

    private static Fields threat(Claim c) {
        List<String> names =
                c.techniques().stream().map(TechniqueNames::of).distinct().toList();
        List<String> links = c.techniques().stream().map(TechniqueNames::link).toList();
        Fields threat = new Fields()
                .put(
                        "technique",
                        new Fields()
                                .put("id", c.techniques())
                                .put("name", names)
                                .put("reference", links))
                .put("tactic", new Fields().put("name", c.phase().isEmpty() ? List.of() : List.of(c.phase())));
        return threat.isEmpty() ? threat : threat.put("framework", "MITRE ATT&CK for ICS");
    }

    private static Fields end(Address address) {
        Fields end = new Fields().put("address", address.toString());
        return switch (address.kind()) {
            case NONE -> end;
            case MAC -> end.put("mac", mac(address));
            case IPV4, IPV6 -> end.put("ip", address.toString());
        };
    }

    /** As RFC 7042: upper case, with hyphens. */
    private static String mac(Address address) {
        return address.toString().toUpperCase(Locale.ROOT).replace(':', '-');
    }

    private static List<String> ips(List<Address> assets) {
        return assets.stream()
                .filter(a -> a.kind() == Address.Kind.IPV4 || a.kind() == Address.Kind.IPV6)
                .map(Address::toString)
                .toList();
    }

    private static Fields own(Claim c) {
        return new Fields()
                .put("severity", c.severity().label())
                .put("confidence", c.confidence())
                .put("detectors", c.detectors())
                .put("assets", c.assetTexts())
                .put("findings", c.memberIds())
                .put("unit", c.unit())
                .put("about", c.about())
                .put("count", c.count())
                .put("first_packet", c.firstPacket())
                .put("last_packet", c.lastPacket())
                .put("expected", c.expected())
                .put("seen", c.seen())
                .put("benign_if", c.benignIf())
                .put("phase", c.phase())
                .put("impact", c.impact());
    }
}
