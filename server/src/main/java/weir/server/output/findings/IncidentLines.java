// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.model.Finding;
import weir.model.Incident;
import weir.server.output.JsonLines;

/** Incidents as {@code incidents.jsonl}, a JSON object a line; the fields are described in docs/findings.md. */
public final class IncidentLines {

    private final List<Incident> incidents;

    public IncidentLines(List<Incident> incidents) {
        this.incidents = List.copyOf(incidents);
    }

    public void write(Writer to) {
        JsonLines lines = new JsonLines(to);
        incidents.forEach(incident -> lines.line(fields(incident)));
        lines.flush();
    }

    /** What was expected and seen is that of the weightiest finding. */
    public static Map<String, Object> fields(Incident i) {
        Finding weightiest = i.weightiest();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", i.id());
        fields.put("start", Moment.seconds(i.start()));
        fields.put("end", Moment.seconds(i.end()));
        fields.put("severity", i.severity().label());
        fields.put("confidence", i.confidence());
        fields.put("title", i.title());
        fields.put("story", i.story());
        fields.put("phase", i.phase());
        fields.put("impact", i.impact());
        fields.put("detectors", i.detectors());
        fields.put("techniques", i.techniques());
        fields.put("assets", i.assets());
        fields.put("findings", i.findings().stream().map(Finding::id).toList());
        fields.put("firstPacket", i.firstPacket());
        fields.put("lastPacket", i.lastPacket());
        fields.put("expected", weightiest.expected());
        fields.put("seen", weightiest.seen());
        fields.put("benignIf", weightiest.benignIf());
        return fields;
    }
}
