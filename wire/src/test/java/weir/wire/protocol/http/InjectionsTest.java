// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.wire.Told;

/** Requests that hold what no plain text holds. */
final class InjectionsTest {

    private static List<String> violations(String target, String agent) {
        String request = "GET " + target + " HTTP/1.1\r\nUser-Agent: " + agent + "\r\n\r\n";
        Told told = new Told(new Http());
        told.asks(HexFormat.of().formatHex(request.getBytes(StandardCharsets.ISO_8859_1)));
        return told.lines().stream()
                .filter(line -> line.startsWith("violation"))
                .toList();
    }

    private static void is(String name, String target) {
        assertThat(violations(target, "curl/8")).singleElement().asString().contains(name);
    }

    @Test
    void eachFamilyIsToldByItsName() {
        is("injection_sql", "/a?id=1%27%20OR%20%271%27=%271");
        is("injection_sql", "/a?id=1'+union+select+1,2");
        is("injection_script", "/a?q=%3Cscript%3Ealert(1)%3C/script%3E");
        is("injection_template", "/a?u=$%7B%22freemarker.template.utility.Execute%22?new()(%22id%22)%7D");
        is("injection_command", "/a?host=1.1.1.1;cat%20/etc/passwd");
        is("path_traversal", "/a?f=..%2f..%2fetc/passwd");
        is("path_traversal", "/a?f=..%252f..%252fetc/passwd");
    }

    @Test
    void aHeaderIsJudgedToo() {
        assertThat(violations("/", "${jndi:ldap://x/y}"))
                .singleElement()
                .asString()
                .contains("jndi_lookup");
    }

    @Test
    void plainTextsAreNoInjections() {
        assertThat(violations("/find?q=O'Brien+(select+committee);lang=en", "Mozilla/5.0 (X11; Linux) Gecko"))
                .isEmpty();
        assertThat(violations("/api?filter=$top&x=%3Cb%3E", "curl/8")).isEmpty();
    }
}
