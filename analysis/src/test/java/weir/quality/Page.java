// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.util.List;
import java.util.Locale;

/** A page of Markdown. */
final class Page {

    static final String NONE = "not available";

    private final StringBuilder text = new StringBuilder();

    Page title(String title) {
        text.append(text.isEmpty() ? "# " : "\n## ").append(title).append("\n");
        return this;
    }

    Page words(String words) {
        text.append('\n').append(words).append('\n');
        return this;
    }

    Page head(String... cells) {
        text.append('\n');
        row((Object[]) cells);
        return row((Object[]) "---,".repeat(cells.length).split(","));
    }

    Page row(Object... cells) {
        text.append('|');
        for (Object cell : cells) {
            text.append(' ').append(String.valueOf(cell).replace("|", "\\|")).append(" |");
        }
        text.append('\n');
        return this;
    }

    Page list(List<String> lines) {
        text.append('\n');
        lines.forEach(line -> text.append("- ").append(line).append('\n'));
        return this;
    }

    /** A share to three places. */
    static String share(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    /** An amount to one place. */
    static String amount(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
