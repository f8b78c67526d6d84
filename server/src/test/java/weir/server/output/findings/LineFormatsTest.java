// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** CEF and LEEF, read again as their specifications say. */
class LineFormatsTest {

    private static final String[] HOSTILE = {
        "|",
        "=",
        "\\",
        "\n",
        "\r",
        "\t",
        " msg=",
        "\"",
        "'",
        "\u0000",
        "\u0085",
        "\u2028",
        "\ud83d\ude00",
        "é",
        "<",
        " ",
        "a",
        "\\n",
        "CEF:0|"
    };

    @Test
    void a_finding_as_cef() {
        assertThat(new Cef("1.0").of(Claim.of(Claims.STOP)))
                .isEqualTo("CEF:0|Weir|Weir|1.0|PR-01|Controller stopped|8|externalId=F-0123456789ab cat=finding "
                        + "start=1763880000123 end=1763880001623 src=10.0.0.7 dst=10.0.0.2 cnt=3 "
                        + "msg=Controller stopped: 3 stops from an office computer; expected: no stop outside of "
                        + "maintenance. reason=3 stops from an office computer "
                        + "cs1Label=expected cs1=no stop outside of maintenance "
                        + "cs2Label=benignIf cs2=somebody of the plant did it "
                        + "cs3Label=techniques cs3=T0858,T0881 cs4Label=detectors cs4=PR-01 "
                        + "cs5Label=assets cs5=10.0.0.7,10.0.0.2 cs6Label=about cs6=stop "
                        + "flexString1Label=unit flexString1=unit 3 cn1Label=firstPacket cn1=17 "
                        + "cn2Label=lastPacket cn2=42 cn3Label=confidence cn3=90");
    }

    @Test
    void a_finding_as_leef() {
        assertThat(new Leef("1.0").of(Claim.of(Claims.STOP)).split("\t"))
                .startsWith(
                        "LEEF:2.0|Weir|Weir|1.0|PR-01|x09|cat=finding",
                        "devTime=2025-11-23T06:40:00.123Z",
                        "devTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                        "sev=8",
                        "src=10.0.0.7",
                        "dst=10.0.0.2")
                .contains("id=F-0123456789ab", "title=Controller stopped", "techniques=T0858,T0881", "count=3")
                .endsWith("benignIf=somebody of the plant did it");
    }

    @Test
    void an_incident_tells_its_findings_and_phase_in_both() {
        Claim incident = Claim.of(Claims.INCIDENT);
        assertThat(new Cef("1").of(incident))
                .startsWith("CEF:0|Weir|Weir|1|incident|Controller stopped after a scan|10|")
                .contains(" cs6Label=findings cs6=F-0123456789ab,F-0123456789ac ")
                .contains(" flexString1Label=phase flexString1=Inhibit Response Function ");
        assertThat(new Leef("1").of(incident))
                .contains("|incident|x09|", "\tfindings=F-0123456789ab,F-0123456789ac\t", "\tsev=10\t");
    }

    @Test
    void addresses_go_where_their_kind_belongs() {
        Claim odd = Claim.of(Claims.saying("x"));
        assertThat(new Cef("1").of(odd))
                .contains(" c6a2Label=Source IPv6 Address c6a2=fe80::1 dmac=00:1b:1b:0a:0b:0c ");
        assertThat(new Leef("1").of(odd)).contains("\tsrc=fe80::1\tdstMAC=00:1b:1b:0a:0b:0c\t");
    }

    @Test
    void whatever_a_text_says_cef_gives_it_back_on_one_line() {
        Random random = new Random(5);
        for (int round = 0; round < 2000; round++) {
            String text = hostile(random);
            String line = new Cef("1|\\2").of(Claim.of(Claims.saying(text)));
            assertThat(line).satisfies(LineFormatsTest::isOneLine);
            List<String> head = head(line);
            assertThat(head).hasSize(8);
            assertThat(head.get(3)).isEqualTo("1|\\2");
            assertThat(head.get(5)).isEqualTo(Plain.line(text));
            Map<String, String> fields = extension(head.get(7));
            assertThat(fields).containsEntry("externalId", "F-ffffffffffff");
            assertThat(fields.get("cs1")).isEqualTo(kept(text));
            assertThat(fields.get("cs6")).isEqualTo(kept(text));
        }
    }

    @Test
    void whatever_a_text_says_leef_keeps_its_fields() {
        Random random = new Random(6);
        for (int round = 0; round < 2000; round++) {
            String text = hostile(random);
            String line = new Leef("1|2").of(Claim.of(Claims.saying(text)));
            assertThat(line).satisfies(LineFormatsTest::isOneLine);
            String[] head = line.split("\\|", 7);
            assertThat(head[3]).isEqualTo("1/2");
            Map<String, String> fields = new HashMap<>();
            for (String pair : head[6].split("\t", -1)) {
                String[] keyAndValue = pair.split("=", 2);
                assertThat(fields.put(keyAndValue[0], keyAndValue[1])).isNull();
            }
            assertThat(fields)
                    .containsEntry("id", "F-ffffffffffff")
                    .containsEntry("title", Plain.line(text))
                    .containsEntry("benignIf", Plain.line(text));
        }
    }

    @Test
    void long_texts_are_cut_between_characters() {
        String faces = "\ud83d\ude00".repeat(4000);
        List<String> head = head(new Cef("1").of(Claim.of(Claims.saying(faces))));
        assertThat(head.get(5)).hasSizeBetween(511, 512).endsWith("\ud83d\ude00...");
        assertThat(extension(head.get(7)).getOrDefault("msg", "")).hasSizeBetween(1022, 1023);
        assertThat(Plain.cut("abcd", 4)).isEqualTo("abcd");
        assertThat(Plain.cut("abcde", 4)).isEqualTo("a...");
    }

    private static void isOneLine(String line) {
        assertThat(line.chars().anyMatch(c -> c != '\t' && Plain.breaks((char) c)))
                .isFalse();
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append(HOSTILE[random.nextInt(HOSTILE.length)]);
        }
        return text.append('x').toString();
    }

    /** What a value of CEF keeps: all but control characters that are no end of a line. */
    private static String kept(String text) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            kept.append(c != '\n' && c != '\r' && Plain.breaks(c) ? ' ' : c);
        }
        return kept.toString();
    }

    private static List<String> head(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        int i = 0;
        for (; i < line.length() && fields.size() < 7; i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                field.append(line.charAt(++i));
            } else if (c == '|') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(line.substring(i));
        return fields;
    }

    /** A value ends where a space, a key and a plain equals sign follow. */
    private static Map<String, String> extension(String text) {
        Map<String, String> fields = new HashMap<>();
        String key = "";
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                char escaped = text.charAt(++i);
                value.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else if (c == '=') {
                int space = value.lastIndexOf(" ");
                if (space >= 0) {
                    fields.put(key, value.substring(0, space));
                }
                key = value.substring(space + 1);
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        fields.put(key, value.toString());
        return fields;
    }
}
