// SPDX-License-Identifier: Apache-2.0
package weir.analysis.conversation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Login;
import weir.model.Loss;
import weir.model.Operation;
import weir.model.Sighting;
import weir.model.Transfer;
import weir.model.Transport;
import weir.model.Violation;

/** Every conversation that was seen, by its two ends and the port of the server. */
public final class Ledger {

    /** Conversations kept; those beyond go into one that has no ends. */
    private static final int MOST = 100_000;

    /** From here up a port is handed out to whoever asks, so it names no service. */
    private static final int PASSING_PORT = 32_768;

    private static final Entry.Key THE_REST = new Entry.Key(Address.NONE, Address.NONE, Transport.IP, 0);

    private final Map<Entry.Key, Entry> entries = new LinkedHashMap<>();
    private final OpenFlows<Entry> open = new OpenFlows<>();
    private final RecentTallies recent = new RecentTallies();
    private long lastFlow = -1;
    private @Nullable Entry lastEntry;
    private long turnedAway;

    public void operation(Sighting at, Operation operation) {
        entry(at).operation(at, operation, recent);
    }

    public void contact(Sighting at, Contact contact) {
        if (contact.state() == Contact.State.OPENED) {
            return;
        }
        if (contact.state() != Contact.State.CLOSED) {
            entry(at).contact(contact);
            return;
        }
        Entry entry = open.remove(at.conversation());
        (entry == null ? begin(at) : entry).contact(contact);
        lastFlow = -1;
    }

    public void violation(Sighting at, Violation violation) {
        Entry entry = entry(at);
        entry.note(entry.violations, violation.protocol() + " " + violation.name(), at);
    }

    public void login(Sighting at, Login login) {
        Entry entry = entry(at);
        String secret = login.secret().isEmpty() ? "" : ", secret in the clear (" + login.secret() + ")";
        String outcome = switch (login.outcome().kind()) {
            case OPEN -> "";
            case DONE -> ", accepted";
            case REFUSED -> ", refused";
        };
        entry.note(entry.logins, login.protocol() + " user '" + login.user() + "'" + secret + outcome, at);
    }

    public void transfer(Sighting at, Transfer transfer) {
        Entry entry = entry(at);
        String way = switch (transfer.way()) {
            case INTO_DEVICE -> "into";
            case OUT_OF_DEVICE -> "out of";
        };
        String state = switch (transfer.state()) {
            case STARTED -> "started";
            case MOVING -> "";
            case COMPLETE -> "complete";
            case BROKEN -> "broken off";
        };
        if (!state.isEmpty()) {
            String text = transfer.protocol() + " " + transfer.kind() + " " + transfer.name() + " " + way
                    + " the device, " + state
                    + (transfer.sha256().isEmpty() ? "" : ", SHA-256 " + transfer.sha256());
            entry.note(entry.transfers, text, at);
        }
    }

    /** Bytes of a connection that are missing. */
    public void loss(Sighting at, Loss loss) {
        if (at.conversation() > 0 && loss.unit().equals("bytes")) {
            entry(at).lostBytes += at.detail();
        }
    }

    private Entry entry(Sighting at) {
        long flow = at.conversation();
        Entry last = lastEntry;
        if (flow == lastFlow && last != null) {
            return last;
        }
        Entry entry = open.get(flow);
        if (entry == null) {
            entry = begin(at);
            open.put(flow, entry);
        }
        lastFlow = flow;
        lastEntry = entry;
        return entry;
    }

    private Entry begin(Sighting at) {
        int port = at.serverPort() >= PASSING_PORT && at.clientPort() >= 1024 ? 0 : at.serverPort();
        Entry.Key key = new Entry.Key(at.client(), at.server(), at.transport(), port);
        Entry entry = entries.get(key);
        if (entry == null && entries.size() >= MOST) {
            turnedAway++;
            key = THE_REST;
            entry = entries.get(key);
        }
        if (entry == null) {
            entry = new Entry(key);
            entries.put(key, entry);
        }
        return entry;
    }

    Collection<Entry> entries() {
        return entries.values();
    }

    /** How many flows could not be kept apart. */
    public long turnedAway() {
        return turnedAway;
    }

    public void save(StateWriter out) throws IOException {
        out.number(turnedAway);
        out.number(entries.size());
        Map<Entry, Integer> numbers = new HashMap<>();
        for (Entry entry : entries.values()) {
            numbers.put(entry, numbers.size());
            entry.save(out);
        }
        long[] flows = open.numbers();
        out.number(flows.length);
        for (long flow : flows) {
            out.number(flow);
            out.number(Objects.requireNonNull(numbers.get(open.get(flow))));
        }
    }

    public static Ledger load(StateReader in) throws IOException {
        Ledger ledger = new Ledger();
        ledger.turnedAway = in.number();
        List<Entry> all = new ArrayList<>();
        for (int i = in.count(); i > 0; i--) {
            Entry entry = Entry.load(in);
            ledger.entries.put(entry.key, entry);
            all.add(entry);
        }
        for (int i = in.count(); i > 0; i--) {
            long flow = in.number();
            int number = in.count();
            if (number >= all.size()) {
                throw new IOException("state file: flow " + flow + " belongs to no conversation; delete the file");
            }
            ledger.open.put(flow, all.get(number));
        }
        return ledger;
    }
}
