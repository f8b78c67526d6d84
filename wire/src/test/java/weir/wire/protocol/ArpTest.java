// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

class ArpTest {

    private static final String HEAD = """
            0001 # Ethernet
            0800 # IPv4
            06 04
            """;

    @Test
    void aReplyBindsTheAddressesOfItsSender() {
        Told told = new Told(new Arp())
                .asks(HEAD + "0001 001b1b000001 0a000001 000000000000 0a000002")
                .answers(HEAD + "0002 001b1b000002 0a000002 001b1b000001 0a000001");
        assertThat(told.lines())
                .containsExactly(
                        "request request address 10.0.0.2",
                        "identity 00:1b:1b:00:00:01 ip = 10.0.0.1",
                        "response reply",
                        "identity 00:1b:1b:00:00:02 ip = 10.0.0.2");
        assertThat(told.facts()).containsExactly("arp opcode=1", "arp opcode=2");
    }

    @Test
    void aProbeClaimsNoAddress() {
        Told told = new Told(new Arp()).asks(HEAD + "0001 001b1b000001 00000000 000000000000 0a000009");
        assertThat(told.lines()).containsExactly("request probe address 10.0.0.9");
    }

    @Test
    void anAnnouncementIsOfTheSendersOwnAddress() {
        Told told = new Told(new Arp()).asks(HEAD + "0001 001b1b000001 0a000009 000000000000 0a000009");
        assertThat(told.lines())
                .containsExactly("notice announcement address 10.0.0.9", "identity 00:1b:1b:00:00:01 ip = 10.0.0.9");
    }

    @Test
    void aGroupOwnsNoAddress() {
        Told told = new Told(new Arp()).asks(HEAD + "0002 01005e000001 0a000009 001b1b000001 0a000001");
        assertThat(told.lines()).containsExactly("response reply", "violation sender_is_no_device " + 0x01005e000001L);
    }

    @Test
    void aCutMessageTellsNothing() {
        Told told = new Told(new Arp()).asks(HEAD + "0002 001b1b000002 0a000002 001b1b000001 0a0000");
        assertThat(told.lines()).containsExactly("violation truncated 27");
    }
}
