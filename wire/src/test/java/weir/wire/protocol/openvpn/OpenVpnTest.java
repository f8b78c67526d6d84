// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.openvpn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Told;

/** Packets over TCP by hand: length u16; opcode and key, session, acknowledged, number. */
class OpenVpnTest {

    private static final String CLIENT = "a1a2a3a4a5a6a7a8";
    private static final String SERVER = "b1b2b3b4b5b6b7b8";

    private final Told told = new Told(new OpenVpn());

    @Test
    void aSessionIsToldAndWhatItCarriesIsTls() {
        told.asks("000e 38" + CLIENT + "00 00000000")
                .answers("001a 40" + SERVER + "01 00000000" + CLIENT + "00000000")
                .answers("0015 20" + SERVER + "00 00000001 15 0303 0002 02 28");

        assertThat(told.lines())
                .containsExactly(
                        "request hard_reset_client_v2 session a1a2a3a4a5a6a7a8 (plain)",
                        "response hard_reset_server_v2 session b1b2b3b4b5b6b7b8 (plain) +1ms",
                        "notice control session b1b2b3b4b5b6b7b8 (plain)",
                        "tls: notice alert fatal 40 (handshake_failure)");
    }

    /** A hash of 20 octets makes it SHA-1. */
    @Test
    void theProtectionIsToldByTheLengthOfTheReset() {
        told.asks("002a 38" + CLIENT + "71".repeat(20) + "00000001 60000000 00 00000000")
                .asks("0036 38" + CLIENT + "00000001 60000000" + "74".repeat(32) + "75".repeat(5));

        assertThat(told.lines())
                .containsExactly(
                        "request hard_reset_client_v2 session a1a2a3a4a5a6a7a8 (tls_auth)",
                        "request hard_reset_client_v2 session a1a2a3a4a5a6a7a8 (tls_crypt)");
    }

    @Test
    void ofDataOnlyTheFirstIsTold() {
        told.asks("0006 48 000001 5a5a").asks("0006 48 000001 5a5a");

        assertThat(told.lines()).containsExactly("notice data_v2 (encrypted)");
    }

    @Test
    void whatCannotBeIsNamed() {
        told.asks("000f 38" + CLIENT + "00 00000000 00")
                .asks("000e 38" + CLIENT)
                .asks("000e 78" + CLIENT + "00 00000000");

        assertThat(told.lines())
                .containsExactly(
                        "violation malformed_reset 15", "violation truncated 9", "violation unknown_opcode 120");
        assertThat(told.frame("000e 78", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(probe("38" + CLIENT + "00 00000000")).isEqualTo(Likeness.SURE);
        assertThat(probe("38" + CLIENT + "00 00000001")).isEqualTo(Likeness.NO);
    }

    private static Likeness probe(String hex) {
        byte[] bytes = Told.bytes(hex);
        return new OpenVpn().probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.UDP);
    }
}
