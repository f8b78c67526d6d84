// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Alert;
import weir.model.Severity;
import weir.server.feed.Feed;
import weir.server.feed.Telling;

/**
 * Alerts of several products in one table, as the AIT alert data sets have them:
 *
 * <pre>
 * time,name,ip,host,short,time_label,event_label
 * 1642723347,Wazuh: ClamAV database update,172.19.130.4,mail,W-Sys-Cav,false_positive,-
 * </pre>
 *
 * The product stands before the colon. The table grades nothing, so all are in the middle; its labels say what the
 * alerts turned out to be and are not read.
 */
public final class AlertTable implements Feed {

    private static final String HEAD = "time,name,ip,host,short";
    private static final int MOST_CELLS = 64;
    private static final int LONGEST_LINE = 65_536;

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public boolean knows(String line) {
        if (line.startsWith(HEAD)) {
            return true;
        }
        List<String> cells = cells(line);
        return cells != null
                && cells.size() >= 5
                && Moments.epoch(cells.get(0)) >= 0
                && cells.get(1).contains(": ")
                && Address.parse(cells.get(2)).kind() != Address.Kind.NONE;
    }

    @Override
    public boolean read(String line, Telling out) {
        if (line.startsWith(HEAD)) {
            return true;
        }
        List<String> cells = cells(line);
        if (cells == null || cells.size() < 5) {
            return Told.dropped(out, "other_columns");
        }
        long time = Moments.epoch(cells.get(0));
        if (time < 0) {
            return Told.dropped(out, "no_time");
        }
        int colon = cells.get(1).indexOf(':');
        if (colon < 1 || cells.get(4).isEmpty()) {
            return Told.dropped(out, "no_rule");
        }
        String product = cells.get(1).substring(0, colon).toLowerCase(Locale.ROOT);
        String text = cells.get(1).substring(colon + 1).strip();
        Ends ends = Ends.at(time, Address.parse(cells.get(2)));
        return new Told(ends, out)
                .tell(new Alert(Words.stable(product), cells.get(4), text, Severity.MEDIUM, cells.get(3)));
    }

    /** Cells of a line of RFC 4180 without line breaks in it; none where quotes do not match. */
    private static @Nullable List<String> cells(String line) {
        if (line.length() > LONGEST_LINE) {
            return null;
        }
        List<String> cells = new ArrayList<>(8); // at most MOST_CELLS
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length() && cells.size() < MOST_CELLS; i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return quoted ? null : cells;
    }
}
