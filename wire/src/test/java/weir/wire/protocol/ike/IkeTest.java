// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ike;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

/** Messages by hand: ids, next payload, version, exchange, flags, message, length; payloads with their length. */
class IkeTest {

    private static final String BOTH = "1111111111111111 2222222222222222";
    /** Proposal of four transforms: AES with 256 bits, PRF, integrity, group. */
    private static final String OFFER = "00000030 0000002c 01010004 0300000c 0100000c 800e0100 03000008 02000005"
            + "03000008 0300000c 00000008 0400000e";

    private final Told told = new Told(new Ike());

    @Test
    void whatIsProposedIsToldInShortAndARefusalByName() {
        told.asks("1111111111111111 0000000000000000 21 20 22 08 00000000 0000004c" + OFFER)
                .answers(BOTH + "29 20 22 20 00000000 00000024 00000008 0000000e");

        assertThat(told.lines())
                .containsExactly(
                        "request ike_sa_init message 0 (AES_CBC 256, PRF_SHA2_256, SHA2_256_128, MODP_2048)",
                        "response ike_sa_init message 0 (no_proposal_chosen) refused 14 no_proposal_chosen +1ms");
    }

    @Test
    void whatIsEncryptedIsSaidToBeSo() {
        told.asks("00000000" + BOTH + "2e 20 23 08 00000001 00000024 00000008 01020304");

        assertThat(told.lines()).containsExactly("request ike_auth message 1 (encrypted)");
    }

    @Test
    void aVendorIdNamesTheProduct() {
        told.asks("1111111111111111 0000000000000000 2b 20 22 08 00000000 00000030"
                + "00000014 882fe56d6fd20dbc2251613b2ebe5beb");

        assertThat(told.lines())
                .containsExactly("identity client software = strongSwan", "request ike_sa_init message 0");
    }

    @Test
    void whatIsCutIsNamedAndEspIsPassedOver() {
        told.asks(BOTH + "2e 20 23 08 00000001 00000064 00000008")
                .asks(BOTH)
                .asks("c0ffee01 00000001" + "88".repeat(40))
                .asks("ff");

        assertThat(told.lines()).containsExactly("violation truncated 32", "violation truncated 16");
    }
}
