// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Told;
import weir.wire.protocol.ldap.Ldap;

class LdapTest {

    private static final String BIND = "300f 020101 600a 020103 0401 62 8002 7077"; // b, "pw"
    // base "d", subtree, (&(c=u)(!(n=ab*)))
    private static final String SEARCH = search(element(
            "a0",
            element("a3", "040163 040175") + element("a2", element("a4", "04016e" + element("30", "8002 6162")))));

    private final Told told = new Told(new Ldap());

    @Test
    void aPasswordIsNeverToldButAsItsHash() {
        told.asks(BIND).answers("300c 020101 6107 0a0131 0400 0400");
        assertThat(told.lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("request bind b (simple)"),
                        line -> assertThat(line).isEqualTo("response bind b refused 49 invalid_credentials +1ms"),
                        line -> assertThat(line)
                                .startsWith("login server user b secret h:")
                                .endsWith("refused 49 invalid_credentials"));
    }

    @Test
    void aSearchIsToldWithItsFilter() {
        told.asks(SEARCH).answers("300c 020102 6407 0401 78 3002 3000").answers("300c 020102 6507 0a0100 0400 0400");
        assertThat(told.lines())
                .containsExactly(
                        "request search d (&(c=u)(!(n=ab*))) (subtree)",
                        "response search d (&(c=u)(!(n=ab*))) (x) +1ms",
                        "response search d (&(c=u)(!(n=ab*))) +2ms");
        assertThat(told.facts()).containsExactly("ldap op=3", "ldap op=4", "ldap op=5");
    }

    @Test
    void aChangeSaysOfWhat() {
        told.asks(element(
                "30",
                "020103"
                        + element(
                                "66",
                                "0401 67"
                                        + element(
                                                "30",
                                                element("30", "0a0100" + element("30", "0406 6d656d626572 3100"))))));
        assertThat(told.lines()).containsExactly("request modify g (add member)");
    }

    @Test
    void whatFollowsStartTlsIsNotReadHere() {
        String identifier = "312e332e362e312e342e312e313436362e3230303337";
        told.asks("301d 020101 7718 8016" + identifier).answers("300c 020101 7807 0a0100 0400 0400");
        assertThat(told.lines()).containsExactly("request start_tls", "response start_tls +1ms");
        assertThat(told.frame("160301", Direction.TO_SERVER)).isEqualTo(Dialogue.DONE);
    }

    @Test
    void whatIsSealedIsNotGuessed() {
        told.asks("00000018 01000000 000000000000000000000000 9999999999999999");
        assertThat(told.lines()).containsExactly("notice encrypted");
    }

    @Test
    void aFilterNestedWithoutEndIsMalformed() {
        String filter = element("87", "63");
        for (int i = 0; i < 30; i++) {
            filter = element("a2", filter);
        }
        told.asks(search(filter));
        assertThat(told.lines()).containsExactly("violation malformed 3");
    }

    @Test
    void aCutMessageTellsNothing() {
        assertThat(told.asks("302e 020102 6329 0401 64 0a01").lines()).containsExactly("violation truncated 12");
    }

    @Test
    void whatAnOperationBeginsWithMakesItSure() {
        assertThat(probe(BIND)).isEqualTo(Likeness.SURE);
        assertThat(probe("3003 0201")).isEqualTo(Likeness.MORE);
        assertThat(probe("3026 020101 0406 7075626c6963 a019")).isEqualTo(Likeness.NO); // SNMP
    }

    private static String search(String filter) {
        String operation = element("63", "0401 64 0a0102 0a0100 020100 020100 010100" + filter + "3000");
        return element("30", "020102" + operation);
    }

    private static String element(String tag, String content) {
        int length = Told.bytes(content).length;
        return tag + String.format(length < 128 ? "%02x" : "81%02x", length) + content;
    }

    private static Likeness probe(String hex) {
        byte[] bytes = Told.bytes(hex);
        return new Ldap().probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.TCP);
    }
}
