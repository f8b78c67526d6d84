// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Told;

/** TLS as it stands on the wire; lengths are filled in here. */
final class TlsTest {

    private static final String RANDOM = "00".repeat(32);

    private final Told told = new Told(new Tls());

    /** Octets behind their count in so many octets. */
    private static String counted(int digits, String... parts) {
        String all = String.join("", parts).replace(" ", "");
        return ("%0" + 2 * digits + "x").formatted(all.length() / 2) + all;
    }

    private static String record(int type, String fragment) {
        return "%02x0303".formatted(type) + counted(2, fragment);
    }

    private static String handshake(int type, String body) {
        return "%02x".formatted(type) + counted(3, body);
    }

    private static String extension(String type, String data) {
        return type + counted(2, data);
    }

    /** The hello of FoxIO's own worked example, with fillers as a browser sends them. */
    private static String clientHello() {
        String suites = "0a0a 1301 1302 1303 c02b c02f c02c c030 cca9 cca8 c013 c014 009c 009d 002f 0035";
        String signatures = counted(2, "0403 0804 0401 0503 0805 0501 0806 0601");
        StringBuilder extensions = new StringBuilder("1a1a0000")
                .append(extension("0000", counted(2, "00", counted(2, "706c63")))) // plc
                .append(extension("0010", counted(2, "02 6832"))) // h2
                .append(extension("000d", signatures))
                .append(extension("002b", "06 2a2a 0304 0303"));
        for (String type : List.of(
                "0017", "ff01", "000a", "000b", "0023", "0005", "0012", "0033", "002d", "001b", "4469", "0015")) {
            extensions.append(extension(type, ""));
        }
        return handshake(1, "0303" + RANDOM + "00" + counted(2, suites) + "0100" + counted(2, extensions.toString()));
    }

    @Test
    void aClientHelloTellsServerNameProtocolAndFingerprint() {
        told.asks(record(22, clientHello()));
        assertThat(told.lines())
                .containsExactly(
                        "request client_hello TLS 1.3 plc (h2)",
                        "identity client fingerprint = t13d1516h2_8daaf6152771_e5627efa2ab1",
                        "identity client fingerprint = c408fad25f0ed06d59d2388318c7540a");
        assertThat(told.facts()).containsExactly("tls hs=1", "tls hsver=0x0303", "tls sni=plc");
    }

    @Test
    void aHandshakeMessageMayLieOverSeveralRecords() {
        String hello = clientHello();
        told.asks(record(22, hello.substring(0, 40)))
                .asks(record(22, hello.substring(40, 42)))
                .asks(record(22, hello.substring(42)));
        assertThat(told.lines()).first().isEqualTo("request client_hello TLS 1.3 plc (h2)");
    }

    @Test
    void aServerHelloTellsTheCipherAndACertificateWhoseItIs() {
        String name = "310c300a0603550403 0c03706c63 310e300c060355040a 0c05506c616e74"; // CN plc, O Plant
        String sequence = "30" + counted(1, name);
        String validity =
                "30" + counted(1, "170d", "3139303130313030303030305a", "180f", "32303530303130313030303030305a");
        String fields = "30" + counted(1, "a003020102", "020101", "3000", sequence, validity, sequence);
        String certificate = "3081" + counted(1, fields);
        told.answers(record(
                22, handshake(2, "0303" + RANDOM + "00 c02f 00") + handshake(11, counted(3, counted(3, certificate)))));
        assertThat(told.lines())
                .containsExactly(
                        "response server_hello cipher_suite 49199 (TLS 1.2)",
                        "response certificate",
                        "identity server certificate = CN=plc, O=Plant; issuer CN=plc, O=Plant;"
                                + " 2019-01-01 to 2050-01-01");
    }

    @Test
    void aCertificateWithLengthsThatLieIsMalformed() {
        told.answers(record(22, handshake(11, counted(3, counted(3, "3084ffffffff3000")))));
        assertThat(told.lines()).containsExactly("response certificate", "violation malformed_certificate 11");
    }

    @Test
    void whatIsEncryptedIsNotTakenForAHandshake() {
        told.answers(record(20, "01")).answers(record(22, "00".repeat(40))).answers(record(21, "00".repeat(26)));
        assertThat(told.lines()).isEmpty();
    }

    @Test
    void anAlertInTheClearIsTold() {
        told.answers(record(21, "0228"));
        assertThat(told.lines()).containsExactly("notice alert fatal 40 (handshake_failure)");
    }

    @Test
    void aCutHelloIsMalformedAndACutRecordTruncated() {
        told.asks(record(22, handshake(1, "0303" + RANDOM)));
        assertThat(told.lines()).containsExactly("violation malformed_hello 0");
        told.asks("16 0303 0100 01");
        assertThat(told.lines()).containsExactly("violation truncated 1");
    }

    @Test
    void applicationDataIsPassedOverAndOtherBytesAreLost() {
        assertThat(Dialogue.skipped(told.frame("17 0303 4000 00", Direction.TO_SERVER)))
                .isEqualTo(5 + 0x4000);
        assertThat(told.frame("16 0303", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
        assertThat(told.frame("16 0403 0010", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("16 0303 ffff", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
    }

    @Test
    void aHelloIsKnownOnAnyPort() {
        byte[] hello = Told.bytes(record(22, clientHello()));
        assertThat(new Tls().probe(new Cursor().wrap(hello, 0, hello.length), Transport.TCP))
                .isEqualTo(Likeness.SURE);
        assertThat(new Tls().probe(new Cursor().wrap(hello, 0, 7), Transport.TCP))
                .isEqualTo(Likeness.MORE);
    }
}
