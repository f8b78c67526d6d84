// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.model.Address;
import weir.model.Identity;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.net.Packet;

class StackSignsTest {

    private final List<String> told = new ArrayList<>();
    private final StackSigns signs = new StackSigns((at, what) -> {
        if (what instanceof Identity identity) {
            told.add(identity.subject().address() + ": " + identity.value());
        }
    });

    private void syn(String from, int ttl, int flags, byte[] options) {
        Packet packet = new Packet();
        packet.transport = Transport.TCP;
        packet.data = options;
        packet.payload = options.length;
        packet.flags = flags;
        packet.ttl = ttl;
        Sighting at = new Sighting();
        at.between(Transport.TCP, Address.parse(from), 40_000, Address.parse("10.0.0.9"), 502);
        signs.packet(at, packet);
    }

    private void syn(String from, int ttl, int flags, String options) {
        syn(from, ttl, flags, HexFormat.of().parseHex(options));
    }

    @Test
    void the_order_of_options_and_the_first_hop_limit_are_told_once() {
        String linux = "020405b40402080a00000000000000000103" + "0307";
        syn("10.0.0.1", 64, Packet.SYN, linux);
        syn("10.0.0.1", 61, Packet.SYN, linux.replace("00000000", "12345678"));
        syn("10.0.0.1", 64, Packet.SYN | Packet.ACK, "020405b4");
        syn("10.0.0.1", 64, Packet.ACK, "");
        assertThat(told).containsExactly("10.0.0.1: ttl 64, options mss sack time nop scale7");
    }

    @Test
    void another_way_and_the_first_again_are_told_each() {
        syn("10.0.0.1", 64, Packet.SYN, "020405b4030307");
        syn("10.0.0.1", 64, Packet.SYN, "020405b4030308");
        syn("10.0.0.1", 120, Packet.SYN, "020405b4030308");
        syn("10.0.0.2", 120, Packet.SYN, "");
        assertThat(told)
                .containsExactly(
                        "10.0.0.1: ttl 64, options mss scale7",
                        "10.0.0.1: ttl 64, options mss scale8",
                        "10.0.0.1: ttl 128, options mss scale8",
                        "10.0.0.2: ttl 128, options");
    }

    @Test
    void options_of_any_octets_are_survived() {
        Random random = new Random(3);
        for (int i = 0; i < 50_000; i++) {
            byte[] options = new byte[random.nextInt(41)];
            random.nextBytes(options);
            syn("10.0.0.1", random.nextInt(256), Packet.SYN, options);
        }
        assertThat(told).allMatch(text -> text.length() < 300);
    }
}
