// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.model.Point;

/** Process variables, a line each, columns parted by tabs; described in docs/outputs.md. */
public final class PointTable {

    private static final List<String> COLUMNS = List.of(
            "point",
            "protocol",
            "type",
            "kind",
            "name",
            "value",
            "unit",
            "low",
            "high",
            "reads",
            "writes",
            "reports",
            "changes",
            "first",
            "last",
            "firstPacket",
            "lastPacket",
            "writers",
            "wide");

    private final Writer out;
    private final Times times = new Times();

    public PointTable(Writer out) {
        this.out = out;
    }

    public void write(List<Point> points) throws IOException {
        line(COLUMNS);
        for (Point point : points) {
            line(cells(point));
        }
    }

    private List<String> cells(Point p) {
        Point.Tag tag = p.tag();
        return List.of(
                p.id(),
                p.protocol(),
                p.type(),
                lower(p.kind()),
                tag == null ? "" : tag.name(),
                Scaled.text(p.value(), tag),
                tag == null ? "" : tag.unit(),
                Double.isNaN(p.low()) ? "" : Scaled.text(Scaled.plain(p.low()), tag),
                Double.isNaN(p.high()) ? "" : Scaled.text(Scaled.plain(p.high()), tag),
                Long.toString(p.reads()),
                Long.toString(p.writes()),
                Long.toString(p.reports()),
                Long.toString(p.changes()),
                times.text(p.first()),
                times.text(p.last()),
                Long.toString(p.firstPacket()),
                Long.toString(p.lastPacket()),
                p.writers().stream()
                        .map(w -> w.address() + " " + w.count() + "x")
                        .collect(Collectors.joining(", ")),
                wide(p.wide()));
    }

    private static String wide(Point.@Nullable Wide wide) {
        return wide == null
                ? ""
                : String.format(Locale.ROOT, "%s %s (%.2f)", lower(wide.form()), wide.value(), wide.confidence());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void line(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write('\t');
            }
            out.write(cells.get(i).replace('\t', ' ').replace('\n', ' ').replace('\r', ' '));
        }
        out.write('\n');
    }
}
