// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.model.Finding;
import weir.server.output.JsonLines;

/** Findings as {@code findings.jsonl}, a JSON object a line; the fields are described in docs/findings.md. */
public final class FindingLines {

    private final List<Finding> findings;

    public FindingLines(List<Finding> findings) {
        this.findings = List.copyOf(findings);
    }

    public void write(Writer to) {
        JsonLines lines = new JsonLines(to);
        findings.forEach(finding -> lines.line(fields(finding)));
        lines.flush();
    }

    /** The fields of one, by name. */
    public static Map<String, Object> fields(Finding f) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", f.id());
        fields.put("start", Moment.seconds(f.start()));
        fields.put("end", Moment.seconds(f.end()));
        fields.put("severity", f.severity().label());
        fields.put("confidence", f.confidence());
        fields.put("title", f.title());
        fields.put("story", Story.of(f));
        fields.put("detector", f.detector());
        fields.put("detectors", List.of(f.detector()));
        fields.put("techniques", f.techniques());
        fields.put("assets", f.assets());
        fields.put("source", f.source());
        fields.put("target", f.target().address());
        fields.put("unit", f.target().unit());
        fields.put("about", f.about());
        fields.put("count", f.count());
        fields.put("firstPacket", f.firstPacket());
        fields.put("lastPacket", f.lastPacket());
        fields.put("expected", f.expected());
        fields.put("seen", f.seen());
        fields.put("benignIf", f.benignIf());
        return fields;
    }
}
