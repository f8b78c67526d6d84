// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

class IcmpTest {

    @Test
    void anEchoIsAnswered() {
        Told told = new Told(new Icmp()).asks("08 00 0000 0001 0007 6162").answers("00 00 0000 0001 0007 6162");
        assertThat(told.lines()).containsExactly("request echo", "response echo_reply +1ms");
        assertThat(told.facts()).containsExactly("icmp type=8", "icmp type=0");
    }

    @Test
    void anUnreachablePortIsNamed() {
        Told told = new Told(new Icmp()).answers("""
                03 03 0000 00000000
                45000020 00000000 4011 0000 0a000001 0a000009   # UDP to 10.0.0.9
                9c40 01f6 0008 0000                             # port 502
                """);
        assertThat(told.lines()).containsExactly("notice destination_unreachable udp 10.0.0.9 502 (port)");
    }

    @Test
    void aQuoteCutShortTellsNothing() {
        assertThat(new Told(new Icmp()).answers("03 03 0000 00000000 45000020").lines())
                .containsExactly("violation truncated 12");
    }

    @Test
    void neighboursBindTheirAddresses() {
        Told told = new Told(new Icmpv6()).answers("""
                88 00 0000 60000000
                fe80000000000000021b1bfffe000002
                02 01 001b1b000002              # target hardware address
                """);
        assertThat(told.lines())
                .containsExactly(
                        "response neighbour_advertisement address fe80::21b:1bff:fe00:2",
                        "identity 00:1b:1b:00:00:02 ip = fe80::21b:1bff:fe00:2");
    }

    @Test
    void anOptionWithoutLengthDoesNotHoldUp() {
        assertThat(new Told(new Icmpv6())
                        .answers("88 00 0000 60000000 fe80000000000000021b1bfffe000002 01 00 0000")
                        .lines())
                .contains("violation truncated 28");
    }
}
