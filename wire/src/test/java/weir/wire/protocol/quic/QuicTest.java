// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.quic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Likeness;
import weir.wire.Told;

/** Packets by hand; the first of a client is protected under keys made of the id that it goes to. */
class QuicTest {

    /** Version 1, to 8394c8f03e515708: a ClientHello for plant.example with h3. */
    private static final String INITIAL =
            "cc00000001088394c8f03e51570802aa0100409b1546f4119ac77da3279aa54c84d79966d2330101efba41060a"
                    + "a067ae7f8b3711a51d64f57f551a66486d0636fb11f4f774e80268f931e3ba64a4cdd08b3c197852c424759d81"
                    + "62e3cd02248d6cda39be42aedc01eeb6fc8b526613df4921a4040086e125fa6c1851223c9cfd105e2354f095ec"
                    + "25c1c69f4bc38b4ac708865e751ef718eafd73947f175c53e80e2cddb32e8dc368c096202f137983";

    private final Told told = new Told(new Quic());

    @Test
    void theHelloInTheFirstPacketIsRead() {
        told.asks(INITIAL);

        assertThat(told.lines())
                .containsExactly(
                        "request initial version 1 8394c8f03e515708 (aa01)",
                        "tls: request client_hello TLS 1.3 plant.example (h3)",
                        "tls: identity client fingerprint = q13d0104h3_0f2cb44170f4_3953dc75acc4",
                        "tls: identity client fingerprint = 8252a37aab7125c0b5e8550813ca26d8");
        assertThat(told.facts()).containsExactly("tls hs=1", "tls hsver=0x0303", "tls sni=plant.example");
    }

    @Test
    void aHelloThatComesTwiceIsToldOnce() {
        told.asks(INITIAL);
        told.lines();
        told.asks(INITIAL);

        assertThat(told.lines()).containsExactly("request initial version 1 8394c8f03e515708 (aa01)");
    }

    /** One bit of the check is another. */
    @Test
    void aDamagedPacketTellsNoHello() {
        told.asks(INITIAL.substring(0, INITIAL.length() - 1) + "2");

        assertThat(told.lines()).containsExactly("request initial version 1 8394c8f03e515708 (aa01)");
    }

    @Test
    void aRetryAndOtherVersionsAreTold() {
        told.answers("f0 00000001 01 bb 02 aa01 7777" + "44".repeat(16)).answers("80 00000000 00 02 aa01 6b3343cf");

        assertThat(told.lines())
                .containsExactly("notice retry version 1 bb (aa01)", "notice version_negotiation (aa01)");
    }

    @Test
    void aLengthBeyondTheEndAndALongIdAreNamed() {
        told.asks("e0 00000001 01 aa 00 4018 0102").asks("e0 00000001 15" + "31".repeat(21) + "00");

        assertThat(told.lines()).containsExactly("violation truncated 2", "violation truncated 27");
        assertThat(probe("c0 00000001 15" + "31".repeat(21) + "00")).isEqualTo(Likeness.NO);
        assertThat(probe(INITIAL)).isEqualTo(Likeness.SURE);
    }

    private static Likeness probe(String hex) {
        byte[] bytes = Told.bytes(hex);
        return new Quic().probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.UDP);
    }
}
