// SPDX-License-Identifier: Apache-2.0
package weir.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import weir.model.Sighting;
import weir.wire.Direction;
import weir.wire.Sink;
import weir.wire.SinkOptions;
import weir.wire.flow.Conversations;
import weir.wire.net.Addresses;
import weir.wire.net.Packet;
import weir.wire.sensor.Protocols;

/** One TCP segment of a Modbus poll, from the packet to the observation. */
public class ReassemblyBenchmark extends Measured {

    private static final int MODBUS = 502;

    /** How messages lie in segments. */
    public enum Order {
        /** One message, one segment. */
        WHOLE,
        /** Two segments a message. */
        SPLIT,
        /** Two segments a message, the second one first. */
        REVERSED
    }

    /** A segment: a part of a message, and how much of the stream is there after it. */
    private record Piece(boolean up, byte[] message, int from, int to, int advance) {}

    @Param
    public Order order = Order.WHOLE;

    private final List<Piece> pieces = new ArrayList<>();
    private long observations;
    private final Sighting at = new Sighting();
    private final Sink sink = new Sink((seen, what) -> observations++, at, SinkOptions.PLAIN);
    private final Conversations conversations = new Conversations(Protocols.all(), sink, new Addresses());
    private final Connection connection = new Connection(MODBUS, at);
    private final Packet packet = new Packet();
    private int next;

    @Setup
    public void cut() {
        for (Tape.Message message : Recorded.conversations("modbus").getFirst().messages()) {
            boolean up = message.way() == Direction.TO_SERVER;
            byte[] bytes = message.bytes();
            int half = bytes.length / 2;
            switch (order) {
                case WHOLE -> pieces.add(new Piece(up, bytes, 0, bytes.length, bytes.length));
                case SPLIT -> {
                    pieces.add(new Piece(up, bytes, 0, half, 0));
                    pieces.add(new Piece(up, bytes, half, bytes.length, bytes.length));
                }
                case REVERSED -> {
                    pieces.add(new Piece(up, bytes, half, bytes.length, 0));
                    pieces.add(new Piece(up, bytes, 0, half, bytes.length));
                }
            }
        }
    }

    @Benchmark
    public long segment() {
        Piece piece = pieces.get(next);
        next = next + 1 == pieces.size() ? 0 : next + 1;
        connection.fill(packet, piece.up, piece.message, piece.from, piece.to);
        conversations.packet(packet);
        connection.advance(piece.up, piece.advance);
        return observations;
    }
}
