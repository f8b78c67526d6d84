// SPDX-License-Identifier: Apache-2.0
package weir.analysis.conversation;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.analysis.state.OperationForm;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Grade;
import weir.model.Operation;
import weir.model.Sighting;
import weir.model.Target;
import weir.model.Transport;

/** One conversation of the ledger: all flows between two ends on one port of the server. */
final class Entry {

    /** Different operations kept in one conversation; beyond, targets are no longer told apart. */
    private static final int MOST_OPERATIONS = 4096;

    /** Different violations, logins and transfers kept in one conversation, each. */
    private static final int MOST_NOTES = 256;

    private static final String OTHER_TARGETS = "(more targets)";

    /** What makes two flows one conversation. Asked for with every flow, so it compares by hand what differs most. */
    record Key(Address client, Address server, Transport transport, int port) {
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
    String protocol = "";
    long flows;
    Grade grade = Grade.WHOLE;
    long packetsOut;
    long bytesOut;
    long packetsBack;
    long bytesBack;
    long lostBytes;
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    long firstPacket = Long.MAX_VALUE;
    private @Nullable Tally latest;
    final Map<Operation, Tally> operations = new LinkedHashMap<>();
    final Map<String, Note> violations = new LinkedHashMap<>();
    final Map<String, Note> logins = new LinkedHashMap<>();
    final Map<String, Note> transfers = new LinkedHashMap<>();

    Entry(Key key) {
        this.key = key;
    }

    /** How often, and where first. */
    static final class Note {
        long count;
        long firstPacket;
    }

    /** Takes in when its operations were seen: once before it is told, and not with each of them. */
    void settle() {
        for (Tally tally : operations.values()) {
            first = Math.min(first, tally.first);
            last = Math.max(last, tally.last);
            firstPacket = Math.min(firstPacket, tally.firstPacket);
        }
    }

    void contact(Contact contact) {
        if (!contact.protocol().isEmpty()) {
            protocol = contact.protocol();
        }
        packetsOut += contact.packetsOut();
        bytesOut += contact.bytesOut();
        packetsBack += contact.packetsBack();
        bytesBack += contact.bytesBack();
        first = Math.min(first, contact.since());
        last = Math.max(last, contact.until());
        firstPacket = Math.min(firstPacket, contact.firstPacket());
        if (contact.state() == Contact.State.CLOSED) {
            flows++;
            grade = contact.grade().compareTo(grade) > 0 ? contact.grade() : grade;
        }
    }

    /** Polls go round: after one operation mostly comes what came after it last time, and is found without a search. */
    void operation(Sighting at, Operation operation, RecentTallies recent) {
        Tally before = latest;
        Tally tally = before == null ? null : before.next;
        if (tally == null || tally.seenAs != operation) {
            tally = recent.find(this, operation);
            if (before != null) {
                before.next = tally;
            }
        }
        latest = tally;
        tally.seen(at);
    }

    /** The tally of an operation; one for all targets of its service when there are too many. */
    Tally tally(Operation operation) {
        Operation known = OperationForm.byValue(operation);
        Tally tally = operations.get(known);
        if (tally == null) {
            if (operations.size() >= MOST_OPERATIONS) {
                known = withoutTarget(known);
                tally = operations.get(known);
            }
            if (tally == null) {
                tally = new Tally(this, known);
                operations.put(known, tally);
            }
        }
        return tally;
    }

    private static Operation withoutTarget(Operation o) {
        Target target = new Target(o.target().unit(), OTHER_TARGETS, -1, 0, "");
        return new Operation(o.protocol(), o.service(), o.phase(), target, "", o.outcome());
    }

    void note(Map<String, Note> notes, String text, Sighting at) {
        Note note = notes.get(text);
        if (note == null) {
            if (notes.size() >= MOST_NOTES) {
                return;
            }
            note = new Note();
            note.firstPacket = at.packet();
            notes.put(text, note);
        }
        note.count++;
    }

    void save(StateWriter out) throws IOException {
        settle();
        out.address(key.client);
        out.address(key.server);
        out.constant(key.transport);
        out.number(key.port);
        out.text(protocol);
        out.number(flows);
        out.constant(grade);
        out.number(packetsOut);
        out.number(bytesOut);
        out.number(packetsBack);
        out.number(bytesBack);
        out.number(lostBytes);
        out.number(first);
        out.number(last);
        out.number(firstPacket);
        out.number(operations.size());
        for (Tally tally : operations.values()) {
            tally.save(out);
        }
        notes(out, violations);
        notes(out, logins);
        notes(out, transfers);
    }

    private static void notes(StateWriter out, Map<String, Note> notes) throws IOException {
        out.number(notes.size());
        for (Map.Entry<String, Note> note : notes.entrySet()) {
            out.text(note.getKey());
            out.number(note.getValue().count);
            out.number(note.getValue().firstPacket);
        }
    }

    static Entry load(StateReader in) throws IOException {
        Key key = new Key(in.address(), in.address(), in.constant(Transport.class), (int) in.number());
        Entry entry = new Entry(key);
        entry.protocol = in.text();
        entry.flows = in.number();
        entry.grade = in.constant(Grade.class);
        entry.packetsOut = in.number();
        entry.bytesOut = in.number();
        entry.packetsBack = in.number();
        entry.bytesBack = in.number();
        entry.lostBytes = in.number();
        entry.first = in.number();
        entry.last = in.number();
        entry.firstPacket = in.number();
        for (int i = in.count(); i > 0; i--) {
            Tally tally = Tally.load(entry, in);
            entry.operations.put(tally.operation, tally);
        }
        notes(in, entry.violations);
        notes(in, entry.logins);
        notes(in, entry.transfers);
        return entry;
    }

    private static void notes(StateReader in, Map<String, Note> notes) throws IOException {
        for (int i = in.count(); i > 0; i--) {
            String text = in.text();
            Note note = new Note();
            note.count = in.number();
            note.firstPacket = in.number();
            notes.put(text, note);
        }
    }
}
