// SPDX-License-Identifier: Apache-2.0
package weir.server.historian;

import java.util.ArrayList;
import java.util.List;

/** What stands between the cells of a line. */
public enum Separator {
    TAB('\t'),
    SEMICOLON(';'),
    BAR('|'),
    COMMA(','),
    /** Any white space, however much of it. */
    SPACE(' ');

    private final char sign;

    Separator(char sign) {
        this.sign = sign;
    }

    /** TableCells without the white space around them and without their quotation marks. */
    String[] split(String line) {
        return this == SPACE ? line.strip().split("\\s+") : cells(line);
    }

    private String[] cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == sign && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells.toArray(String[]::new);
    }

    /** The one that cuts nearly all lines into as many cells; white space if none does. */
    static Separator of(List<String> lines) {
        for (Separator candidate : values()) {
            int width = candidate.split(lines.getFirst()).length;
            long same = lines.stream()
                    .filter(l -> candidate.split(l).length == width)
                    .count();
            if (width > 1 && same >= 0.8 * lines.size()) {
                return candidate;
            }
        }
        return SPACE;
    }
}
