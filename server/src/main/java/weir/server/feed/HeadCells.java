// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.ArrayList;
import java.util.List;

/** The cells of a head, each ended by a pipe; a backslash before a pipe or a backslash makes it part of the cell. */
final class HeadCells {

    private final String text;
    private int at;

    HeadCells(String text, int from) {
        this.text = text;
        at = from;
    }

    /** So many, or those that are there. */
    String[] next(int most) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        while (at < text.length() && cells.size() < most) {
            char c = text.charAt(at++);
            if (c == '|') {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else if (c == '\\' && at < text.length() && "\\|".indexOf(text.charAt(at)) >= 0) {
                cell.append(text.charAt(at++));
            } else {
                cell.append(c);
            }
        }
        return cells.toArray(String[]::new);
    }

    /** Where what follows the last cell begins. */
    int end() {
        return at;
    }
}
