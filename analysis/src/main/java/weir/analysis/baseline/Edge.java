// SPDX-License-Identifier: Apache-2.0
package weir.analysis.baseline;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.analysis.deed.Deed;
import weir.analysis.state.OperationForm;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Address;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.Sighting;
import weir.model.Target;
import weir.model.Transport;

/** One end asks the other on one port: all that is known of how they talk. */
public final class Edge {

    /** Different operations kept on one edge; beyond, targets are no longer told apart. */
    private static final int MOST_HABITS = 4096;

    /** After so long without a request those before it are no longer waited for, nanoseconds. */
    private static final long FORGOTTEN = 60 * 1_000_000_000L;

    /** Answers of which the quickest is told. */
    public static final int ANSWERS_OF_ROUND = 32;

    private static final String OTHER_TARGETS = "(more targets)";

    /** What makes two flows one edge. */
    record Key(Address client, Address server, Transport transport, int port) {
        // by hand: asked for with every flow
        @Override
        public boolean equals(Object other) {
            return other instanceof Key k
                    && port == k.port
                    && transport == k.transport
                    && client.equals(k.client)
                    && server.equals(k.server);
        }

        @Override
        public int hashCode() {
            return ((client.hashCode() * 31 + server.hashCode()) * 31 + port) * 31 + transport.ordinal();
        }
    }

    final Key key;
    private final Party client;
    private final Party server;
    private Map<Operation, Habit> habits = Map.of();
    /** A bit for each deed, by its number. */
    private int knownDeeds;

    private @Nullable Habit latest;
    private String protocol = "";
    private boolean known;
    private boolean met;
    private long first;
    private long last;
    private long lastNew;
    private long lastAsked;
    private long lastAskedAt;
    private boolean answers;
    private int answersOfRound;
    private long answerRounds;
    private long quickest = Long.MAX_VALUE;
    private long quickestOfRound;
    private int unanswered;
    private long unansweredSince;

    Edge(Key key, Party client, Party server, long time) {
        this.key = key;
        this.client = client;
        this.server = server;
        first = time;
        last = time;
        lastNew = time;
    }

    /** Polls go round: after one operation mostly comes what came after it last time, and is found without a search. */
    Habit habit(Sighting at, Operation operation, RecentHabits recent) {
        Habit before = latest;
        Habit habit = before == null ? null : before.next;
        if (habit == null || habit.seenAs != operation) {
            habit = recent.find(this, operation, at.time());
            if (before != null) {
                before.next = habit;
            }
        }
        latest = habit;
        last = Math.max(last, at.time());
        habit.seen(at);
        count(at, operation.phase());
        return habit;
    }

    /** Packets with requests: what one packet asks together is answered together. */
    private void count(Sighting at, Phase phase) {
        if (phase == Phase.RESPONSE) {
            unanswered = 0;
            answers = true;
            took(at.latency());
        } else if (phase == Phase.REQUEST && at.packet() != lastAsked) {
            unanswered = at.time() - lastAskedAt > FORGOTTEN ? 0 : unanswered;
            lastAsked = at.packet();
            lastAskedAt = at.time();
            unansweredSince = unanswered++ == 0 ? at.time() : unansweredSince;
        }
    }

    private void took(long latency) {
        if (latency <= 0) {
            return;
        }
        quickest = Math.min(quickest, latency);
        if (++answersOfRound == ANSWERS_OF_ROUND) {
            answersOfRound = 0;
            answerRounds++;
            quickestOfRound = quickest;
            quickest = Long.MAX_VALUE;
        }
    }

    /** How often {@link #ANSWERS_OF_ROUND} answers came since the watch began. */
    public long answerRounds() {
        return answerRounds;
    }

    /** The least time that an answer took in the last such round, nanoseconds. */
    public long quickestAnswer() {
        return quickestOfRound;
    }

    /** Was ever seen to be answered. */
    public boolean answers() {
        return answers;
    }

    /** Packets with requests since the last answer. */
    public int unanswered() {
        return unanswered;
    }

    /** Time of the first of them. */
    public long unansweredSince() {
        return unansweredSince;
    }

    /** @param full there is no room for new ones: targets that are not known are not told apart */
    Habit find(Operation operation, long time, boolean full) {
        Operation same = OperationForm.byValue(operation);
        Habit habit = habits.get(same);
        if (habit != null) {
            return habit;
        }
        if (full || habits.size() >= MOST_HABITS) {
            same = withoutTarget(same);
        }
        if (habits.isEmpty()) {
            habits = new LinkedHashMap<>(4);
        }
        habit = habits.computeIfAbsent(same, o -> new Habit(this, o));
        lastNew = time;
        return habit;
    }

    private static Operation withoutTarget(Operation o) {
        Target target = new Target("", OTHER_TARGETS, -1, 0, "");
        Outcome outcome = new Outcome(o.outcome().kind(), 0, "");
        return new Operation(o.protocol(), o.service(), o.phase(), target, "", outcome);
    }

    void speaks(String name) {
        protocol = name;
    }

    boolean met() {
        return met;
    }

    void meet(long time) {
        met = true;
        last = Math.max(last, time);
    }

    void learn() {
        if (!known) {
            known = true;
            server.isAskedOn(this);
        }
    }

    void learn(Habit habit) {
        habit.learn();
        knownDeeds |= 1 << habit.deed().ordinal();
        client.does(habit.deed(), habit.first());
    }

    public Party client() {
        return client;
    }

    public Party server() {
        return server;
    }

    public Transport transport() {
        return key.transport;
    }

    /** Port of the server; 0 where it is handed out anew each time. */
    public int port() {
        return key.port;
    }

    /** Protocol recognised on it; "" while none is. */
    public String protocol() {
        return protocol;
    }

    /** Belongs to what is normal. */
    public boolean known() {
        return known;
    }

    /** Deeds that are normal on it. */
    public boolean knows(Deed deed) {
        return (knownDeeds & 1 << deed.ordinal()) != 0;
    }

    public long first() {
        return first;
    }

    public long last() {
        return last;
    }

    /** All that is known of an operation, whose service is equal by value; null where it was never seen. */
    public @Nullable Habit habit(Operation operation) {
        return habits.get(operation);
    }

    public Collection<Habit> habits() {
        return habits.values();
    }

    /** Whether nothing new was seen on it for three times as long as it took to see what is known. */
    public boolean isSettled(long time) {
        return time - lastNew >= 3 * (lastNew - first);
    }

    void save(StateWriter out) throws IOException {
        out.address(key.client);
        out.address(key.server);
        out.constant(key.transport);
        out.number(key.port);
        out.text(protocol);
        out.number(habits.values().stream().filter(Habit::known).count());
        for (Habit habit : habits.values()) {
            if (habit.known()) {
                habit.save(out);
            }
        }
    }

    void load(StateReader in) throws IOException {
        protocol = in.text();
        learn();
        met = true;
        int count = in.count();
        if (count > 0) {
            habits = new LinkedHashMap<>();
        }
        for (int i = count; i > 0; i--) {
            Habit habit = Habit.load(this, in);
            habits.put(habit.operation(), habit);
            learn(habit);
        }
    }
}
