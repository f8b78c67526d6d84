// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

/** Messages by hand: kind, three zeros, indices with the lowest octet first. */
class WireGuardTest {

    private final Told told = new Told(new WireGuard());

    @Test
    void aTunnelIsOpenedAndThenEncrypted() {
        told.asks("01000000 07000000" + "11".repeat(140))
                .answers("02000000 09000000 07000000" + "22".repeat(80))
                .asks("04000000 09000000 0000000000000000" + "33".repeat(16))
                .asks("04000000 09000000 0100000000000000" + "33".repeat(16));

        assertThat(told.lines())
                .containsExactly(
                        "request handshake_initiation tunnel 7",
                        "response handshake_response tunnel 9 +1ms",
                        "notice transport_data (encrypted)");
    }

    @Test
    void aWrongLengthAndAnUnknownKindAreNamed() {
        told.asks("01000000 07000000").asks("05000000 07000000");

        assertThat(told.lines()).containsExactly("violation truncated 8", "violation unknown_type 5");
    }
}
