// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Address;

class AddressesTest {

    private final Addresses addresses = new Addresses();

    @Test
    void gives_the_same_object_for_the_same_bits() {
        assertThat(addresses.ipv4(0x0a000001L))
                .isSameAs(addresses.ipv4(0x0a000001L))
                .hasToString("10.0.0.1");
        assertThat(addresses.ipv6(0xfe80L << 48, 1))
                .isSameAs(addresses.ipv6(0xfe80L << 48, 1))
                .hasToString("fe80::1");
        assertThat(addresses.mac(0x020000000001L)).isSameAs(addresses.mac(0xffff_0200_0000_0001L));
    }

    @Test
    void tells_kinds_with_the_same_bits_apart() {
        assertThat(addresses.ipv4(7).kind()).isEqualTo(Address.Kind.IPV4);
        assertThat(addresses.mac(7).kind()).isEqualTo(Address.Kind.MAC);
        assertThat(addresses.ipv6(0, 7).kind()).isEqualTo(Address.Kind.IPV6);
    }

    @Test
    void starts_afresh_when_full_and_stays_right() {
        Address early = addresses.ipv4(1);
        for (int i = 0; i < 400_000; i++) {
            assertThat(addresses.ipv4(i).low()).isEqualTo(i);
        }
        assertThat(addresses.ipv4(1)).isEqualTo(early).isNotSameAs(early);
    }
}
