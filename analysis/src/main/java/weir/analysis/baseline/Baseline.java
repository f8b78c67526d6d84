// SPDX-License-Identifier: Apache-2.0
package weir.analysis.baseline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import weir.analysis.conversation.OpenFlows;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Operation;
import weir.model.Sighting;
import weir.model.Transport;

/**
 * What is normal in this plant, and what has been seen beside it. All that is seen is kept; what {@code known()} is
 * normal. Who decides what becomes known is the watch, which does not learn what it has just complained about.
 */
public final class Baseline {

    /** Ends kept; those beyond are one end without an address. */
    private static final int MOST_PARTIES = 100_000;

    /** Edges kept; those beyond are one edge without ends. */
    private static final int MOST_EDGES = 100_000;

    /** Names kept of one kind: attributes, names looked up, keys of object access. */
    private static final int MOST_FACTS = 50_000;

    /** From here up a port is handed out to whoever asks, so it names no service. */
    private static final int PASSING_PORT = 32_768;

    private final Map<Address, Party> parties = new HashMap<>();
    private final Map<Edge.Key, Edge> edges = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> facts = new TreeMap<>();
    private final RecentHabits recent = new RecentHabits();
    private final OpenFlows<Edge> open = new OpenFlows<>();
    private final Edge theRest;
    private int knownParties;
    private long lastFlow = -1;
    private @Nullable Edge lastEdge;
    private long turnedAway;

    public Baseline() {
        Party nobody = new Party(Address.NONE, 0);
        theRest = new Edge(new Edge.Key(Address.NONE, Address.NONE, Transport.IP, 0), nobody, nobody, 0);
    }

    /** The edge that the sighting belongs to. */
    public Edge edge(Sighting at) {
        long flow = at.conversation();
        if (flow <= 0) {
            return begin(at); // told by a log
        }
        Edge same = lastEdge;
        if (flow == lastFlow && same != null) {
            return same;
        }
        Edge edge = open.get(flow);
        if (edge == null) {
            edge = begin(at);
            open.put(flow, edge);
        }
        lastFlow = flow;
        lastEdge = edge;
        return edge;
    }

    /** Counts an operation on its edge, and returns all that is known of it. */
    public Habit habit(Edge edge, Sighting at, Operation operation) {
        return edge.habit(at, operation, recent);
    }

    /** Takes in who is there and what they speak; true where the edge was never seen before. */
    public boolean contact(Edge edge, Sighting at, Contact contact) {
        boolean fresh = !edge.met();
        edge.meet(at.time());
        if (!contact.protocol().isEmpty()) {
            edge.speaks(contact.protocol());
            if (edge.known() || !edge.client().known()) { // else somebody known does what he never did
                edge.client().asks(contact.protocol());
            }
            if (contact.packetsBack() > 0) {
                edge.server().serves(contact.protocol());
            }
        }
        return fresh;
    }

    /** From now on the edge and its ends are normal. */
    public void learn(Edge edge) {
        edge.learn();
        learn(edge.client());
        learn(edge.server());
    }

    private void learn(Party party) {
        knownParties += party.known() ? 0 : 1;
        party.learn();
    }

    /** From now on the operation is normal on its edge. */
    public void learn(Habit habit) {
        habit.edge().learn(habit);
    }

    /** The flow has ended. */
    public void closed(Sighting at) {
        open.remove(at.conversation());
        lastFlow = -1;
    }

    private Edge begin(Sighting at) {
        int port = at.serverPort() >= PASSING_PORT && at.clientPort() >= 1024 ? 0 : at.serverPort();
        Edge.Key key = new Edge.Key(at.client(), at.server(), at.transport(), port);
        Edge edge = edges.get(key);
        if (edge != null) {
            return edge;
        }
        if (edges.size() >= MOST_EDGES) {
            turnedAway++;
            return theRest;
        }
        edge = new Edge(key, party(at.client(), at.time()), party(at.server(), at.time()), at.time());
        edges.put(key, edge);
        return edge;
    }

    /** Everything known of one end, which begins with this if it is new. */
    public Party party(Address address, long time) {
        Party party = parties.get(address);
        if (party != null) {
            return party;
        }
        if (parties.size() >= MOST_PARTIES) {
            turnedAway++;
            return theRest.client();
        }
        party = new Party(address, time);
        parties.put(address, party);
        return party;
    }

    /**
     * Notes what is said of something, and returns what was said of it before: "" where nothing was, or where there
     * is no room for more of this kind.
     *
     * @param kind what kind of thing: {@code ip on mac}, {@code firmware}
     */
    public String fact(String kind, String about, String value) {
        Map<String, String> known = facts.computeIfAbsent(kind, k -> new LinkedHashMap<>());
        String before = known.get(about);
        if (before != null || known.size() < MOST_FACTS) {
            known.put(about, value);
        }
        return before == null ? "" : before;
    }

    /** All that was said of one kind of thing. */
    public Map<String, String> facts(String kind) {
        return facts.getOrDefault(kind, Map.of());
    }

    /** What was said of something; "" where nothing was. */
    public String known(String kind, String about) {
        return facts.getOrDefault(kind, Map.of()).getOrDefault(about, "");
    }

    /** The edge with that key; null where none is kept. */
    @Nullable
    Edge named(Edge.Key key) {
        return edges.get(key);
    }

    public Collection<Edge> edges() {
        return edges.values();
    }

    public Collection<Party> parties() {
        return parties.values();
    }

    /** How many ends belong to what is normal. */
    public int knownParties() {
        return knownParties;
    }

    /** How often somebody new could not be kept. */
    public long turnedAway() {
        return turnedAway;
    }

    /** Nothing was learned. */
    public boolean isEmpty() {
        return edges.values().stream().noneMatch(Edge::known);
    }

    /** Writes down what is known; what was only seen is left out. */
    public void save(StateWriter out) throws IOException {
        List<Party> known = parties.values().stream()
                .filter(Party::known)
                .sorted((a, b) -> a.address().compareTo(b.address()))
                .toList();
        out.number(known.size());
        for (Party party : known) {
            party.save(out);
        }
        List<Edge> normal = edges.values().stream().filter(Edge::known).toList();
        out.number(normal.size());
        for (Edge edge : normal) {
            edge.save(out);
        }
        out.number(facts.size());
        for (Map.Entry<String, Map<String, String>> kind : facts.entrySet()) {
            out.text(kind.getKey());
            out.number(kind.getValue().size());
            for (Map.Entry<String, String> fact : kind.getValue().entrySet()) {
                out.text(fact.getKey());
                out.text(fact.getValue());
            }
        }
    }

    /** Reads back what {@link #save} wrote; all of it is known. */
    public static Baseline load(StateReader in) throws IOException {
        Baseline baseline = new Baseline();
        for (int i = in.count(); i > 0; i--) {
            Party party = Party.load(in);
            baseline.parties.put(party.address(), party);
        }
        baseline.knownParties = baseline.parties.size();
        for (int i = in.count(); i > 0; i--) {
            Edge.Key key = new Edge.Key(in.address(), in.address(), in.constant(Transport.class), (int) in.number());
            Edge edge = new Edge(key, baseline.party(key.client(), 0), baseline.party(key.server(), 0), 0);
            edge.load(in);
            baseline.edges.put(key, edge);
        }
        for (int i = in.count(); i > 0; i--) {
            Map<String, String> kind = new LinkedHashMap<>();
            baseline.facts.put(in.text(), kind);
            for (int j = in.count(); j > 0; j--) {
                kind.put(in.text(), in.text());
            }
        }
        return baseline;
    }

    /** Forgets which flows are open: the next capture numbers its own. */
    public void between() {
        List<Long> flows = new ArrayList<>();
        for (long flow : open.numbers()) {
            flows.add(flow);
        }
        flows.forEach(open::remove);
        lastFlow = -1;
        lastEdge = null;
    }
}
