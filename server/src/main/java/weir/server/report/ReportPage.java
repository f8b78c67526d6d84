// SPDX-License-Identifier: Apache-2.0
package weir.server.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
            "report-overview.js",
            "report-tables.js",
            "report-asset.js",
            "report-layout.js",
            "report-draw.js",
            "report-panel.js",
            "report-map.js",
            "report-pages.js");

    private static final List<String> STYLES = List.of("report.css", "report-map.css", "report-paper.css");

    private static final String DATA = "{{data}}";

    private ReportPage() {}

    /** Writes the page for one JSON document of the form of {@code small.json} among the tests. */
    public static void write(Path file, String json) throws IOException {
        // not Files.newBufferedWriter: half a surrogate pair in a name must become "?", not end the report
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8))) {
            write(out, new StringReader(json));
        }
    }

    /** As {@link #write(Path, String)}, for data too large to be held as one text. */
    public static void write(Writer out, Reader json) throws IOException {
        String page = page();
        int data = page.indexOf(DATA);
        out.write(page, 0, data);
        copyWithoutMarkup(json, out);
        out.write(page, data + DATA.length(), page.length() - data - DATA.length());
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

    /** In JSON a {@code <} can only stand within a text, where its escape means the same. */
    private static void copyWithoutMarkup(Reader json, Writer out) throws IOException {
        char[] buffer = new char[8192];
        for (int n = json.read(buffer); n >= 0; n = json.read(buffer)) {
            int from = 0;
            for (int i = 0; i < n; i++) {
                if (buffer[i] != '<') continue;
                out.write(buffer, from, i - from);
                out.write("\\u003c");
                from = i + 1;
            }
            out.write(buffer, from, n - from);
        }
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
