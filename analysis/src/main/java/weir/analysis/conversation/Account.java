// SPDX-License-Identifier: Apache-2.0
package weir.analysis.conversation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.analysis.inventory.Census;
import weir.analysis.inventory.Conduct;
import weir.model.Conversation;
import weir.model.Conversation.Noted;
import weir.model.OperationCount;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.Target;

/** The conversations at one moment, told between assets; and what they say of the assets. */
public final class Account {

    private static final Comparator<OperationCount> ORDER = Comparator.comparing(OperationCount::protocol)
            .thenComparing(OperationCount::service)
            .thenComparing(o -> o.target().unit())
            .thenComparing(o -> o.target().space())
            .thenComparing(o -> o.target().symbol())
            .thenComparingLong(o -> o.target().first())
            .thenComparingLong(o -> o.target().count())
            .thenComparing(OperationCount::qualifier);

    private static final Comparator<Conversation> BY_ENDS = Comparator.comparing(Conversation::client)
            .thenComparing(Conversation::server)
            .thenComparing(Conversation::protocol)
            .thenComparing(Conversation::transport)
            .thenComparingInt(Conversation::port)
            .thenComparingLong(Conversation::firstPacket);

    private final Ledger ledger;
    private final Census census;

    public Account(Ledger ledger, Census census) {
        this.ledger = ledger;
        this.census = census;
    }

    /** All conversations, in order of client, server, protocol, port. Tells the census how the ends behave. */
    public List<Conversation> conversations() {
        List<Conversation> all = new ArrayList<>();
        for (Entry entry : ledger.entries()) {
            entry.settle();
            String client = census.id(entry.key.client());
            String server = census.id(entry.key.server());
            List<OperationCount> operations = operations(entry);
            behave(entry, client, server, operations);
            all.add(conversation(entry, client, server, operations));
        }
        all.sort(BY_ENDS);
        return all;
    }

    private static Conversation conversation(Entry e, String client, String server, List<OperationCount> operations) {
        return new Conversation(
                client,
                server,
                e.protocol,
                e.key.transport(),
                e.key.port(),
                e.flows,
                e.grade,
                e.packetsOut,
                e.bytesOut,
                e.packetsBack,
                e.bytesBack,
                e.lostBytes,
                e.first,
                e.last,
                e.firstPacket,
                operations,
                noted(e.violations),
                noted(e.logins),
                noted(e.transfers));
    }

    private static List<Noted> noted(Map<String, Entry.Note> notes) {
        return notes.entrySet().stream()
                .map(n -> new Noted(n.getKey(), n.getValue().count, n.getValue().firstPacket))
                .sorted(Comparator.comparingLong(Noted::firstPacket).thenComparing(Noted::text))
                .toList();
    }

    /** Who asks and who answers; and which devices behind the server did. */
    private void behave(Entry entry, String client, String server, List<OperationCount> operations) {
        Conduct asking = census.conduct(client);
        Conduct answering = census.conduct(server);
        boolean answered = entry.packetsBack > 0;
        if (!entry.protocol.isEmpty()) {
            asking.talks(entry.protocol, server);
            if (answered) {
                answering.answers(entry.protocol, client);
            }
        }
        for (OperationCount o : operations) {
            asking.asks(o.protocol(), server, o.verb(), o.requests());
            if (o.answers() + o.refused() > 0) {
                answering.answers(o.protocol(), client);
            }
        }
        for (Tally tally : entry.operations.values()) {
            String unit = tally.operation.target().unit();
            if (!unit.isEmpty() && entry.key.server().isUnicast() && proves(tally)) {
                census.answered(entry.key.server(), unit, tally.operation.protocol(), tally.first, tally.last);
            }
        }
    }

    /** Whether the device behind the gateway itself must have said this, and not the gateway for it. */
    private static boolean proves(Tally tally) {
        Outcome outcome = tally.operation.outcome();
        return switch (tally.operation.phase()) {
            case REQUEST -> false;
            case RESPONSE ->
                outcome.kind() == Outcome.Kind.DONE || !outcome.label().startsWith("gateway");
            case NOTICE -> true;
        };
    }

    /** Requests and answers of the same thing put side by side. */
    private static List<OperationCount> operations(Entry entry) {
        Map<List<Object>, Sum> sums = new LinkedHashMap<>();
        for (Tally tally : entry.operations.values()) {
            Target target = tally.operation.target();
            List<Object> same =
                    List.of(tally.operation.protocol(), tally.operation.service(), target, tally.operation.qualifier());
            sums.computeIfAbsent(same, s -> new Sum()).add(tally);
        }
        return sums.values().stream().map(Sum::total).sorted(ORDER).toList();
    }

    /** Tallies of one service on one target, summed up. */
    private static final class Sum {
        private final Collection<Tally> tallies = new ArrayList<>();

        void add(Tally tally) {
            tallies.add(tally);
        }

        OperationCount total() {
            Tally any = tallies.iterator().next();
            long requests = 0;
            long answers = 0;
            long refused = 0;
            long latencies = 0;
            long latencySum = 0;
            String refusal = "";
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            long firstPacket = Long.MAX_VALUE;
            long lastPacket = 0;
            for (Tally t : tallies) {
                boolean answer = t.operation.phase() == Phase.RESPONSE;
                boolean no = t.operation.outcome().kind() == Outcome.Kind.REFUSED;
                requests += answer ? 0 : t.count;
                answers += answer && !no ? t.count : 0;
                refused += no ? t.count : 0;
                refusal = no && refusal.isEmpty() ? t.operation.outcome().label() : refusal;
                first = Math.min(first, t.first);
                last = Math.max(last, t.last);
                firstPacket = Math.min(firstPacket, t.firstPacket);
                lastPacket = Math.max(lastPacket, t.lastPacket);
                latencies += t.latencies;
                latencySum += t.latencySum;
            }
            return new OperationCount(
                    any.operation.protocol(),
                    any.operation.verb(),
                    any.operation.service().label(),
                    any.operation.service().code(),
                    any.operation.target(),
                    any.operation.qualifier(),
                    requests,
                    answers,
                    refused,
                    refusal,
                    first,
                    last,
                    firstPacket,
                    lastPacket,
                    latencies == 0 ? -1 : latencySum / latencies);
        }
    }
}
