// SPDX-License-Identifier: Apache-2.0
package weir.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.Sink;
import weir.wire.SinkOptions;
import weir.wire.flow.Conversations;
import weir.wire.net.Addresses;
import weir.wire.net.Packet;
import weir.wire.sensor.Protocols;

/** One packet without content of one of many conversations that go on, met in no order that a cache would like. */
public class FlowTableBenchmark extends Measured {

    private static final int HOSTS = 1 << 12;
    private static final int FIRST_HOST = 0x0a01_0000;
    private static final int STRIDE = 7_919;
    private static final long APART = 10_000;

    @Param({"1000", "30000", "150000"})
    public int flows = 1;

    private long observations;
    private final Sighting at = new Sighting();
    private final Sink sink = new Sink((seen, what) -> observations++, at, SinkOptions.PLAIN);
    private final Conversations conversations = new Conversations(Protocols.all(), sink, new Addresses());
    private final Packet packet = new Packet();
    private int next;
    private long number;

    public FlowTableBenchmark() {
        packet.transport = Transport.UDP;
        packet.ipVersion = 4;
        packet.ipProtocol = 17;
        packet.snap = -1;
        packet.sourceMac = 1;
        packet.destinationMac = 2;
        packet.destinationLow = 0x0a00_0001;
        packet.destinationPort = 9;
    }

    @Setup
    public void openAll() {
        for (int i = 0; i < flows; i++) {
            packet();
        }
    }

    @Benchmark
    public long packet() {
        next = (next + STRIDE) % flows;
        number++;
        at.packet(number, number * APART);
        packet.sourceLow = FIRST_HOST + next % HOSTS;
        packet.sourcePort = 10_000 + next / HOSTS;
        conversations.packet(packet);
        return observations;
    }
}
