// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.rdp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;
import weir.wire.protocol.iso.IsoOnTcp;

/** Messages by hand, in ISO on TCP. */
class RdpTest {

    /** {@code Cookie: mstshash=ab} and a wish for TLS. */
    private static final String REQUEST =
            "0300 0028 23 e0 0000 0000 00 436f6f6b69653a206d737473686173683d6162 0d0a 01 00 0800 01000000";

    private final Told told = new Told(new IsoOnTcp(new Rdp()));

    @Test
    void theOpeningNamesTheUserAndIsRefusedByName() {
        told.asks(REQUEST).answers("0300 0013 0e d0 0000 1234 00 03 00 0800 05000000");

        assertThat(told.lines())
                .contains(
                        "rdp: request negotiate ab (tls)",
                        "rdp: login server user ab secret",
                        "rdp: response negotiate ab refused 5 credssp_required +1ms");
        assertThat(told.facts()).contains("rdp neg=0x01", "rdp neg=0x03");
    }

    @Test
    void afterTlsIsAgreedOnNothingIsRead() {
        told.asks(REQUEST).answers("0300 0013 0e d0 0000 1234 00 02 00 0800 01000000");

        assertThat(told.lines()).last().asString().isEqualTo("rdp: response negotiate ab (tls) +1ms");
        assertThat(told.frame("160301", Direction.TO_SERVER)).isEqualTo(Dialogue.DONE);
    }

    /** Lengths 2, 2 and 4: the user is a, the password bc. */
    @Test
    void aPasswordInTheClearIsHashed() {
        String info = "4000 0000 00000000 33000000 0000 0200 0400 0000 0000" + "0000" + "6100 0000" + "6200 6300 0000";
        told.asks("0300 0034 02 f080 64 0006 03eb 70 26" + info + "0000 0000");

        assertThat(told.lines())
                .hasSize(2)
                .startsWith("rdp: notice client_info")
                .last()
                .asString()
                .matches("rdp: login server user a secret h:[0-9a-f]{16}");
    }

    @Test
    void encryptedDataIsOpaque() {
        told.answers("0300 0016 02 f080 68 0006 03eb 70 08 0800 0000 11223344");

        assertThat(told.lines()).containsExactly("rdp: notice encrypted");
    }
}
