// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Reading headers, looking for copies and naming addresses makes no garbage. */
class AllocationTest {

    private static final int ROUNDS = 20_000;

    private final Layers layers = new Layers();
    private final Copies copies = new Copies();
    private final Addresses addresses = new Addresses();
    private final Packet packet = new Packet();
    private final byte[][] frames = {
        Frames.named("QinQ").bytes(),
        Frames.named("ERSPAN II").bytes(),
        Frames.named("IPv6 extensions").bytes(),
        Frames.named("ethernet").bytes()
    };
    private int port;

    @Test
    void allocates_nothing_for_any_frame() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        readAll(ROUNDS);
        long before = threads.getCurrentThreadAllocatedBytes();
        readAll(ROUNDS);
        long spent = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(port).isEqualTo(502);
        assertThat(spent).isLessThan(ROUNDS);
    }

    private void readAll(int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (byte[] bytes : frames) {
                layers.read(bytes, 0, bytes.length, bytes.length, Links.ETHERNET, round, packet);
                copies.isCopy(packet, 0, bytes.length, round);
                addresses.mac(packet.sourceMac);
                addresses.ipv4(packet.sourceLow);
                addresses.ipv6(packet.destinationHigh, packet.destinationLow);
                port = packet.destinationPort;
            }
        }
    }
}
