// SPDX-License-Identifier: Apache-2.0
package weir.server.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code report.html}: the page, its style and its scripts joined with the data into one file that fetches nothing.
 *
 * <p>Everything a device said of itself stands in the data alone, and there as JSON without a single {@code <}: no
 * name, however hostile, can end the data block or start an element. The scripts put it on the page as text only.
 */
public final class ReportPage {

    /** In the order they build on each other; the browser sees one script. */
    static final List<String> SCRIPTS = List.of(
            "report.js",
            "report-plant.js",
            "report-incidents.js",
            "report-overview.js",
            "report-tables.js",
            "report-asset.js",
            "report-layout.js",
            "report-draw.js",
            "report-panel.js",
            "report-map.js",
            "report-pages.js");

    private static final List<String> STYLES =
            List.of("report.css", "report-incidents.css", "report-map.css", "report-paper.css");

    private static final String DATA = "{{data}}";

    private ReportPage() {}

    /** Something that writes JSON. */
    @FunctionalInterface
    public interface Data {
        void to(Writer json) throws IOException;
    }

    /** Writes the page around one JSON document of the form of {@code small.json} among the tests; flushes. */
    public static void write(Writer out, Data data) throws IOException {
        String page = page();
        int hole = page.indexOf(DATA);
        out.write(page, 0, hole);
        data.to(new WithoutMarkup(out));
        out.write(page, hole + DATA.length(), page.length() - hole - DATA.length());
        out.flush();
    }

    private static String page() {
        return resource("report.html")
                .replace("{{css}}", join(STYLES))
                .replace("{{icons}}", resource("icons.svg"))
                .replace("{{js}}", join(SCRIPTS));
    }

    static String join(List<String> parts) {
        return parts.stream().map(ReportPage::resource).collect(Collectors.joining("\n"));
    }

    static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            if (in == null) throw new IllegalStateException("report part " + name + " is missing from the program");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
