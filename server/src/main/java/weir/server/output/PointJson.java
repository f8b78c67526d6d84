// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import weir.model.Point;

/** A process variable as JSON. */
public final class PointJson {

    private final Times times = new Times();

    /** Its fields by name. */
    public Map<String, Object> fields(Point p) {
        Point.Tag tag = p.tag();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", p.id());
        fields.put("asset", p.subject().address().toString());
        fields.put("unit", p.subject().unit());
        fields.put("name", tag == null ? "" : tag.name());
        fields.put("measure", tag == null ? "" : tag.unit());
        fields.put("protocol", p.protocol());
        fields.put("type", p.type());
        fields.put("kind", p.kind().name().toLowerCase(Locale.ROOT));
        fields.put("value", Scaled.text(p.value(), tag));
        if (!Double.isNaN(p.low())) {
            fields.put("low", p.low());
            fields.put("high", p.high());
        }
        fields.put("reads", p.reads());
        fields.put("writes", p.writes());
        fields.put("reports", p.reports());
        fields.put("changes", p.changes());
        fields.put("first", times.text(p.first()));
        fields.put("last", times.text(p.last()));
        fields.put("firstPacket", p.firstPacket());
        fields.put("lastPacket", p.lastPacket());
        fields.put("writers", p.writers().stream().map(this::writer).toList());
        return fields;
    }

    private Map<String, Object> writer(Point.Writer w) {
        return Map.of(
                "address", w.address().toString(),
                "count", w.count(),
                "last", times.text(w.last()),
                "lastPacket", w.lastPacket(),
                "lastValue", w.lastValue());
    }
}
