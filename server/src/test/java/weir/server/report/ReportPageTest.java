// SPDX-License-Identifier: Apache-2.0
package weir.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class ReportPageTest {

    private static final String DATA_STARTS = "<script type=\"application/json\" id=\"data\">";

    /** Fields of rack modules: the page shows whatever a module has. */
    private static final Set<String> FREE_FIELDS = Set.of("slot");

    @TempDir
    Path folder;

    @Test
    void noNameEndsTheDataBlockOrStartsAnElement() throws IOException {
        String hostile = "{\"product\":\"</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)>\"}";
        assertThat(dataOf(page(hostile))).doesNotContain("<").isEqualTo(hostile.replace("<", "\\u003c"));
        assertThat(elements(page(hostile))).isEqualTo(elements(page("{}")));
    }

    @Test
    void theEscapedDataMeanTheSame() throws IOException {
        String sample = sample();
        assertThat(texts(dataOf(page(sample)))).isEqualTo(texts(sample)).contains("<script>alert(1)</script>");
    }

    @Test
    void dataThatLookLikeAPlaceOfThePageStayData() throws IOException {
        String sly = "{\"product\":\"{{js}} {{css}} {{data}} $1 ${js}\"}";
        assertThat(dataOf(page(sly))).isEqualTo(sly);
    }

    @Test
    void aMarkAtTheEdgeOfTheBufferIsEscapedToo() throws IOException {
        for (int length = 8180; length < 8200; length++) {
            String json = "[\"" + "x".repeat(length) + "<y\"]";
            assertThat(dataOf(page(json))).isEqualTo(json.replace("<", "\\u003c"));
        }
    }

    @Test
    void halfASurrogatePairDoesNotEndTheReport() throws IOException {
        Path file = folder.resolve("report.html");
        write(file, "{\"product\":\"a\ud800b\"}");
        assertThat(dataOf(Files.readString(file))).isEqualTo("{\"product\":\"a?b\"}");
    }

    @Test
    void theSameDataGiveTheSameBytes() throws IOException {
        Path one = folder.resolve("one.html");
        Path two = folder.resolve("two.html");
        write(one, sample());
        write(two, sample());
        assertThat(one).hasSameBinaryContentAs(two);
        assertThat(Files.readString(one)).isEqualTo(page(sample()));
    }

    @Test
    void thePageFetchesNothing() throws IOException {
        String page = page("{}");
        assertThat(page)
                .contains("default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'");
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContainPattern("https?://|@import|\\ssrc=|<link|<iframe|fetch\\(|XMLHttpRequest|import\\(");
        assertThat(found("url\\([^)]*\\)", page)).containsOnly("url(#arrow)");
    }

    @Test
    void noScriptTurnsATextIntoMarkupOrCode() {
        assertThat(ReportPage.join(ReportPage.SCRIPTS))
                .doesNotContainPattern(
                        "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|createContextualFragment|DOMParser"
                                + "|srcdoc|\\beval\\b|new Function|javascript:")
                .doesNotContainIgnoringCase("</script");
        assertThat(ReportPage.resource("report.html")).doesNotContainPattern("\\son[a-z]+=");
    }

    @Test
    void everyPlaceTheScriptsFillIsOnThePage() {
        Set<String> places = found("(?<=\\sid=\")[^\"]+", ReportPage.resource("report.html"));
        Set<String> filled = found("(?<=byId\\(')[^']+(?='\\))", ReportPage.join(ReportPage.SCRIPTS));
        assertThat(filled).hasSizeGreaterThan(15);
        assertThat(places).containsAll(filled);
    }

    @Test
    void everyPartOfThePageHasItsView() {
        Set<String> views = found("(?<=\\sid=\"view-)[^\"]+", ReportPage.resource("report.html"));
        Set<String> pages = found("(?<=\\n  )[a-z]+(?=: (\\(|argument))", section("const PAGES", "};"));
        assertThat(pages).isEqualTo(views).contains("overview", "map", "assets", "asset", "conversations");
    }

    @Test
    void everyRoleHasItsIcon() {
        Set<String> roles = found("(?<=\\[')[a-z_]+(?=', \\[)", section("const ROLES", ");"));
        Set<String> icons = found("(?<=id=\"icon-)[^\"]+", ReportPage.resource("icons.svg"));
        assertThat(roles).hasSize(19).contains("plc", "group", "unknown");
        assertThat(icons).containsAll(roles);
    }

    @Test
    void everyFieldOfTheDataIsReadByThePage() throws IOException {
        String scripts = ReportPage.join(ReportPage.SCRIPTS);
        assertThat(fields(sample()))
                .hasSizeGreaterThan(60)
                .filteredOn(field -> !FREE_FIELDS.contains(field))
                .allSatisfy(field -> assertThat(scripts).containsPattern("\\b" + field + "\\b"));
    }

    @Test
    void aPlantOfTwoThousandAssetsFitsInOneFile() throws IOException {
        String large = LargePlant.json();
        Path file = Path.of("target", "report-large.html");
        write(file, large);
        assertThat(dataOf(Files.readString(file))).isEqualTo(large.replace("<", "\\u003c"));
        assertThat(found("\"id\":\"[^\"]+\"", large).size()).isEqualTo(2000);
    }

    private static void write(Path file, String json) throws IOException {
        try (Writer out = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            ReportPage.write(out, to -> to.write(json));
        }
    }

    private static String page(String json) throws IOException {
        StringWriter out = new StringWriter();
        ReportPage.write(out, to -> to.write(json));
        return out.toString();
    }

    private static String dataOf(String page) {
        int from = page.indexOf(DATA_STARTS) + DATA_STARTS.length();
        return page.substring(from, page.indexOf("</script>", from));
    }

    private static String sample() throws IOException {
        try (var in = ReportPageTest.class.getResourceAsStream("small.json")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String section(String start, String end) {
        String scripts = ReportPage.join(ReportPage.SCRIPTS);
        int from = scripts.indexOf(start);
        return scripts.substring(from, scripts.indexOf(end, from));
    }

    private static List<String> elements(String page) {
        return Pattern.compile("<[a-zA-Z/!]+")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Set<String> found(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Pattern.compile(pattern).matcher(text).results().map(MatchResult::group).forEach(found::add);
        return found;
    }

    private static Set<String> fields(String json) {
        return tokens(json, JsonToken.PROPERTY_NAME);
    }

    private static Set<String> texts(String json) {
        return tokens(json, JsonToken.VALUE_STRING);
    }

    private static Set<String> tokens(String json, JsonToken kind) {
        Set<String> found = new TreeSet<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == kind) found.add(parser.getString());
            }
        }
        return found;
    }
}
