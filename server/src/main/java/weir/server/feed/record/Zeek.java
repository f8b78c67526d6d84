// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Logs that Zeek writes, as JSON or as its own tables (Zeek manual, "Zeek Log Formats"):
 *
 * <pre>
 * #separator \x09
 * #unset_field  -
 * #path   conn
 * #fields ts  uid  id.orig_h  ...
 * 1591367999.305988  CMdzit1AMNsmfAIiQc  192.168.4.76  ...
 * </pre>
 */
public final class Zeek implements RecordFeed {

    private static final int MOST_COLUMNS = 256;

    private final Fields fields = new Fields();
    private @Nullable List<String> columns;
    private String path = "";
    private boolean headed;

    @Override
    public String name() {
        return ZeekLine.NAME;
    }

    @Override
    public boolean knows(String line) {
        if (line.startsWith("{")) {
            return line.contains("\"ts\":") && (line.contains("\"id.orig_h\":") || line.contains("\"_path\":"));
        }
        return line.startsWith("#separator")
                || (headed && line.startsWith("#"))
                || (columns != null && isRow(line, columns));
    }

    private static boolean isRow(String line, List<String> columns) {
        return line.chars().filter(c -> c == '\t').count() == columns.size() - 1;
    }

    @Override
    public boolean read(String line, Telling out) {
        boolean told = tell(line, out);
        fields.clear(); // many sources wait with a reader each
        return told;
    }

    private boolean tell(String line, Telling out) {
        if (line.startsWith("{")) {
            return fields.json(line)
                    ? new ZeekLine(fields, fields.text("_path")).tell(out)
                    : Told.dropped(out, "no_json");
        }
        return line.startsWith("#") ? head(line, out) : row(line, out);
    }

    private boolean head(String line, Telling out) {
        headed = true;
        String[] cells = line.split("\t", MOST_COLUMNS + 2);
        switch (cells[0]) {
            case "#path" -> path = cells.length > 1 ? cells[1] : "";
            case "#fields" -> {
                if (cells.length > MOST_COLUMNS) {
                    columns = null;
                    return Told.dropped(out, "too_many_columns");
                }
                columns = List.of(cells).subList(1, cells.length);
            }
            default -> {
                // #separator, #types, #open, #close and the like: what they say is always the same
            }
        }
        return Told.dropped(out, "head");
    }

    private boolean row(String line, Telling out) {
        List<String> names = columns;
        if (names == null) {
            return Told.dropped(out, "no_header");
        }
        String[] cells = line.split("\t", names.size() + 1);
        if (cells.length != names.size()) {
            return Told.dropped(out, "other_columns");
        }
        fields.clear();
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].equals("-") && !cells[i].equals("(empty)")) {
                fields.put(names.get(i), cells[i]);
            }
        }
        return new ZeekLine(fields, path).tell(out);
    }
}
