// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.util.List;
import tools.jackson.core.JsonGenerator;
import weir.analysis.Coverage;
import weir.model.Finding;
import weir.model.Incident;

/** Incidents and coverage for the report page. */
public final class VerdictJson {

    /** Incidents shown on the page, the first in time; all are in the tables. */
    private static final int MOST = 500;

    private final List<Incident> incidents;
    private final List<Finding> findings;
    private final List<Coverage.Line> coverage;
    private final Times times = new Times();

    public VerdictJson(List<Incident> incidents, List<Finding> findings, List<Coverage.Line> coverage) {
        this.incidents = incidents;
        this.findings = findings;
        this.coverage = coverage;
    }

    void write(JsonGenerator json) {
        json.writeNumberProperty("findings", findings.size());
        json.writeArrayPropertyStart("incidents");
        incidents.stream().limit(MOST).forEach(i -> incident(json, i));
        json.writeEndArray();
        json.writeArrayPropertyStart("coverage");
        coverage.forEach(line -> line(json, line));
        json.writeEndArray();
    }

    private void incident(JsonGenerator json, Incident i) {
        json.writeStartObject();
        json.writeStringProperty("id", i.id());
        json.writeStringProperty("severity", i.severity().label());
        json.writeStringProperty("title", i.title());
        json.writeStringProperty("story", i.story());
        json.writeStringProperty("start", times.text(i.start()));
        json.writeStringProperty("end", times.text(i.end()));
        json.writeStringProperty("phase", i.phase());
        json.writeStringProperty("impact", i.impact());
        json.writeStringProperty("expected", i.weightiest().expected());
        json.writeStringProperty("seen", i.weightiest().seen());
        json.writeStringProperty("benignIf", i.weightiest().benignIf());
        json.writeNumberProperty("firstPacket", i.firstPacket());
        json.writeNumberProperty("lastPacket", i.lastPacket());
        Texts.write(json, "techniques", i.techniques());
        Texts.write(json, "assets", i.assets().stream().map(Object::toString).toList());
        json.writeEndObject();
    }

    private static void line(JsonGenerator json, Coverage.Line line) {
        json.writeStartObject();
        json.writeStringProperty("id", line.technique().id());
        json.writeStringProperty("name", line.technique().name());
        Texts.write(json, "detectors", line.here());
        json.writeBooleanProperty("tested", !line.tested().isEmpty());
        json.writeStringProperty("why", line.why());
        json.writeEndObject();
    }
}
