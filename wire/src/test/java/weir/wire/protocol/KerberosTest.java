// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Likeness;
import weir.wire.Told;
import weir.wire.protocol.kerberos.Kerberos;

class KerberosTest {

    private static final String REALM = element("1b", "50"); // P
    private static final String CLIENT = name("01", "62"); // b
    private static final String SERVICE = name("02", "6b"); // k
    private static final String BODY = element(
            "30",
            element("a0", "0305 0040810010")
                    + element("a1", CLIENT)
                    + element("a2", REALM)
                    + element("a3", SERVICE)
                    + element("a8", element("30", "0201 17")));
    private static final String REQUEST = element("6a", element("30", "a103 020105 a203 02010a" + element("a4", BODY)));

    private final Told told = new Told(new Kerberos());

    private static String over(String message) {
        return String.format("%08x", Told.bytes(message).length) + message;
    }

    private static String error(String code) {
        String fields = "a003 020105 a103 02011e a603 0201" + code + element("a9", REALM) + element("aa", SERVICE);
        return element("7e", element("30", fields));
    }

    private static String name(String kind, String text) {
        return element("30", "a003 0201" + kind + element("a1", element("30", element("1b", text))));
    }

    private static String element(String tag, String content) {
        return tag + String.format("%02x", Told.bytes(content).length) + content;
    }

    @Test
    void aWrongPasswordIsARefusedLogin() {
        told.asks(over(REQUEST)).answers(over(error("18")));
        assertThat(told.lines())
                .containsExactly(
                        "request authentication b@P k (rc4_hmac)",
                        "response authentication b@P k refused 24 preauth_failed +1ms",
                        "login server user b@P secret refused 24 preauth_failed");
        assertThat(told.facts()).containsExactly("kerberos msg=10", "kerberos msg=30");
    }

    @Test
    void thatAProofIsWantedIsNoRefusedLogin() {
        told.asks(over(REQUEST)).answers(over(error("19")));
        assertThat(told.lines())
                .containsExactly(
                        "request authentication b@P k (rc4_hmac)",
                        "response authentication b@P k refused 25 preauth_required +1ms");
    }

    @Test
    void aCutMessageTellsNothing() {
        told.asks(over(REQUEST).substring(0, 39));
        assertThat(told.lines()).containsExactly("violation truncated 18");
    }

    @Test
    void aMessageMustBeWhatItsTagSays() {
        told.asks(over(REQUEST.replace("02010a", "02010c")));
        assertThat(told.lines()).containsExactly("violation malformed " + (Told.bytes(REQUEST).length + 4));
    }

    @Test
    void lengthsThatAgreeMakeItSure() {
        assertThat(probe(REQUEST, Transport.UDP)).isEqualTo(Likeness.SURE);
        assertThat(probe(over(REQUEST), Transport.TCP)).isEqualTo(Likeness.SURE);
        assertThat(probe(REQUEST + "00", Transport.UDP)).isEqualTo(Likeness.NO);
        assertThat(probe("0000004f 6b4d", Transport.TCP)).isEqualTo(Likeness.MORE);
    }

    private static Likeness probe(String hex, Transport over) {
        byte[] bytes = Told.bytes(hex);
        return new Kerberos().probe(new Cursor().wrap(bytes, 0, bytes.length), over);
    }
}
