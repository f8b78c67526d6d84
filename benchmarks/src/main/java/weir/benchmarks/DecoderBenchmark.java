// SPDX-License-Identifier: Apache-2.0
package weir.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import weir.model.Address;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Sink;
import weir.wire.SinkOptions;

/** One message of a real conversation, framed and read; messages of several conversations in turn. */
public class DecoderBenchmark extends Measured {

    private static final Address CLIENT = Address.ipv4(0x0a00_0001);
    private static final Address SERVER = Address.ipv4(0x0a00_0002);
    private static final long MILLISECOND = 1_000_000;

    /** A message and who reads it. */
    private record Turn(Dialogue dialogue, Transport transport, Tape.Message message, int conversation) {}

    /** Filled in by the runner: every registered protocol. */
    @Param("")
    public String protocol = "";

    private final List<Turn> turns = new ArrayList<>();
    private long observations;
    private final Sighting at = new Sighting();
    private final Sink sink = new Sink((seen, what) -> observations++, at, SinkOptions.PLAIN);
    private final Cursor cursor = new Cursor();
    private int next;
    private long number;

    @Setup
    public void record() {
        int conversation = 0;
        for (Tape.Spoken spoken : Recorded.conversations(protocol)) {
            Dialogue dialogue = spoken.protocol().open();
            conversation++;
            for (Tape.Message message : spoken.messages()) {
                turns.add(new Turn(dialogue, spoken.transport(), message, conversation));
            }
        }
    }

    @Benchmark
    public long message() {
        Turn turn = turns.get(next);
        next = next + 1 == turns.size() ? 0 : next + 1;
        byte[] bytes = turn.message.bytes();
        Direction way = turn.message.way();
        boolean up = way == Direction.TO_SERVER;
        number++;
        at.packet(number, number * MILLISECOND)
                .between(turn.transport, up ? CLIENT : SERVER, up ? 50_000 : 1, up ? SERVER : CLIENT, up ? 1 : 50_000)
                .conversation(turn.conversation, up);
        sink.speaking(protocol);
        int size = turn.transport == Transport.TCP
                ? turn.dialogue.frame(cursor.wrap(bytes, 0, bytes.length), way)
                : bytes.length;
        turn.dialogue.message(cursor.wrap(bytes, 0, bytes.length), way, sink);
        return observations + size;
    }
}
