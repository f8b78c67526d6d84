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

    private static final String REALM = "1b01 50"; // P
    private static final String CLIENT = "300c a003 020101 a105 3003 1b01 62"; // b
    private static final String SERVICE = "300c a003 020102 a105 3003 1b01 6b"; // k
    private static final String BODY =
            "a43f 303d a007 0305 0040810010 a10e" + CLIENT + "a203" + REALM + "a30e" + SERVICE + "a708 0206 000000000001"
                    + "a805 3003 020117";
    private static final String REQUEST = "6a4d 304b a103 020105 a203 02010a" + BODY;

    private final Told told = new Told(new Kerberos());

    private static String over(String message) {
        return String.format("%08x", Told.bytes(message).length) + message;
    }

    private static String error(String code) {
        return "7e24 3022 a003 020105 a103 02011e a603 0201" + code + "a903" + REALM + "aa0e" + SERVICE;
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
        told.asks(over(REQUEST).substring(0, 60));
        assertThat(told.lines()).containsExactly("violation truncated 30");
    }

    @Test
    void aMessageMustBeWhatItsTagSays() {
        told.asks(over(REQUEST.replace("02010a", "02010c")));
        assertThat(told.lines()).containsExactly("violation malformed 83");
    }

    @Test
    void lengthsThatAgreeMakeItSure() {
        assertThat(probe(REQUEST, Transport.UDP)).isEqualTo(Likeness.SURE);
        assertThat(probe(over(REQUEST), Transport.TCP)).isEqualTo(Likeness.SURE);
        assertThat(probe(REQUEST + "00", Transport.UDP)).isEqualTo(Likeness.NO);
        assertThat(probe("0000004f 6b4d 304b", Transport.TCP)).isEqualTo(Likeness.MORE);
    }

    private static Likeness probe(String hex, Transport over) {
        byte[] bytes = Told.bytes(hex);
        return new Kerberos().probe(new Cursor().wrap(bytes, 0, bytes.length), over);
    }
}
