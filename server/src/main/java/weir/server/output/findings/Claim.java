// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.util.List;
import weir.model.Address;
import weir.model.Finding;
import weir.model.Incident;
import weir.model.Severity;

/**
 * A finding or an incident, seen as what they have in common: most formats know but one kind of alert.
 *
 * @param code what a receiver groups by: the detector of a finding, {@code incident} for incidents
 * @param source who did it; of an incident that of its weightiest finding, as are {@code target}, {@code expected},
 *     {@code seen} and {@code benignIf}
 * @param count how often a finding was seen; how many findings an incident has
 * @param members the findings of an incident
 */
record Claim(
        String id,
        String code,
        String title,
        String story,
        Severity severity,
        double confidence,
        long start,
        long end,
        Address source,
        Address target,
        String unit,
        String about,
        String phase,
        String impact,
        long count,
        long firstPacket,
        long lastPacket,
        String expected,
        String seen,
        String benignIf,
        List<String> detectors,
        List<String> techniques,
        List<Address> assets,
        List<Finding> members) {

    static final String INCIDENT = "incident";

    static Claim of(Finding f) {
        return new Claim(
                f.id(),
                f.detector(),
                f.title(),
                Story.of(f),
                f.severity(),
                f.confidence(),
                f.start(),
                f.end(),
                f.source(),
                f.target().address(),
                f.target().unit(),
                f.about(),
                "",
                "",
                f.count(),
                f.firstPacket(),
                f.lastPacket(),
                f.expected(),
                f.seen(),
                f.benignIf(),
                List.of(f.detector()),
                f.techniques(),
                f.assets(),
                List.of());
    }

    static Claim of(Incident i) {
        Finding weightiest = i.weightiest();
        return new Claim(
                i.id(),
                INCIDENT,
                i.title(),
                i.story(),
                i.severity(),
                i.confidence(),
                i.start(),
                i.end(),
                weightiest.source(),
                weightiest.target().address(),
                weightiest.target().unit(),
                weightiest.about(),
                i.phase(),
                i.impact(),
                i.findings().size(),
                i.firstPacket(),
                i.lastPacket(),
                weightiest.expected(),
                weightiest.seen(),
                weightiest.benignIf(),
                i.detectors(),
                i.techniques(),
                i.assets(),
                i.findings());
    }

    boolean isIncident() {
        return !members.isEmpty();
    }

    String kind() {
        return isIncident() ? INCIDENT : "finding";
    }

    List<String> assetTexts() {
        return assets.stream().map(Address::toString).toList();
    }

    List<String> memberIds() {
        return members.stream().map(Finding::id).toList();
    }

    /** 0 to 100. */
    int percent() {
        return (int) Math.round(Math.clamp(confidence, 0, 1) * 100);
    }
}
