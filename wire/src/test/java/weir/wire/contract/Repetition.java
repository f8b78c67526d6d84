// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import weir.model.Address;
import weir.model.Identity;
import weir.model.Observation;
import weir.model.Operation;
import weir.model.Sighting;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Protocol;
import weir.wire.Sink;
import weir.wire.SinkOptions;

/** The polls of a conversation, said over and over, and what that costs in memory. */
final class Repetition {

    private static final int WARM = 300;
    private static final int MEASURED = 300;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Protocol protocol;
    private final Spoken spoken;
    private final List<Spoken.Said> polls;
    private final Sighting at = new Sighting();
    private final Sink sink = new Sink((s, w) -> {}, at, SinkOptions.PLAIN);
    private final Cursor cursor = new Cursor();
    private final Address client = Address.ipv4(0x0a000001);
    private final Address server = Address.ipv4(0x0a000002);

    private Repetition(Protocol protocol, Spoken spoken, List<Spoken.Said> polls) {
        this.protocol = protocol;
        this.spoken = spoken;
        this.polls = polls;
    }

    static Repetition of(Protocol protocol, Spoken spoken) {
        List<Spoken.Said> polls = new ArrayList<>();
        Dialogue dialogue = protocol.open();
        for (Spoken.Said said : spoken.messages()) {
            Listener listener = new Listener();
            listener.hear(spoken, dialogue, said.way(), said.bytes(), said.bytes().length);
            boolean poll = !listener.observations.isEmpty()
                    && listener.observations.stream().allMatch(Repetition::isPoll);
            if (poll && polls.size() < 24) {
                polls.add(said);
            }
        }
        return new Repetition(protocol, spoken, polls);
    }

    private static boolean isPoll(Observation what) {
        return what instanceof Operation o && (o.verb() == Verb.READ || o.verb() == Verb.SESSION)
                || what instanceof Identity
                || what instanceof weir.model.PointValue;
    }

    double bytesAMessage() {
        if (polls.isEmpty()) {
            return 0;
        }
        Dialogue dialogue = protocol.open();
        say(dialogue, WARM);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        say(dialogue, MEASURED);
        long after = THREADS.getCurrentThreadAllocatedBytes();
        return (double) (after - before) / MEASURED / polls.size();
    }

    private void say(Dialogue dialogue, int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < polls.size(); i++) {
                Spoken.Said said = polls.get(i);
                boolean up = said.way() == Direction.TO_SERVER;
                at.packet(round, round * 1_000_000L)
                        .between(spoken.transport(), up ? client : server, 0, up ? server : client, 0)
                        .conversation(1, up);
                sink.speaking(protocol.name());
                if (spoken.transport() == Transport.TCP) {
                    dialogue.frame(cursor.wrap(said.bytes(), 0, said.bytes().length), said.way());
                }
                dialogue.message(cursor.wrap(said.bytes(), 0, said.bytes().length), said.way(), sink);
            }
        }
    }

    @Override
    public String toString() {
        return polls.stream()
                .map(p -> p.way() + " " + java.util.HexFormat.of().formatHex(p.bytes()))
                .limit(6)
                .toList()
                .toString();
    }
}
