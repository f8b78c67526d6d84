// SPDX-License-Identifier: Apache-2.0
package weir.server.casework;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import weir.analysis.incident.Casebook;
import weir.model.Finding;
import weir.model.Incident;
import weir.store.Change;
import weir.store.Kept;
import weir.store.Store;
import weir.store.View;

/**
 * The work on incidents. The analysis makes incidents of findings; what people decide about them stands beside, so that
 * each decision can be taken back: what was joined is parted again, what was parted joined.
 */
public final class Casework {

    private static final String HANDLING = "incident";

    /** By the id of the incident that was joined: to which. */
    private static final String JOINED = "incident_joined";

    /** By the id of the part: of which incident, and its findings. */
    private static final String PARTED = "incident_parted";

    /** Decisions of one sort that are kept. */
    private static final int MOST = 100_000;

    private static final int AT_ONCE = 1000;

    private final Store store;

    public Casework(Store store) {
        this.store = store;
    }

    /** These incidents as people have arranged them, the latest first. */
    public List<Handled> of(List<Incident> incidents) throws IOException {
        return store.look(view -> arranged(view, incidents));
    }

    private static List<Handled> arranged(View view, List<Incident> incidents) throws IOException {
        Map<String, Incident> all = new LinkedHashMap<>();
        incidents.forEach(i -> all.put(i.id(), i));
        Map<String, String> partOf = part(all, all(view, PARTED));
        Map<String, Set<String>> joined = join(all, all(view, JOINED));
        Map<String, Handling> handlings = new TreeMap<>();
        for (Kept kept : all(view, HANDLING)) {
            handlings.put(kept.id(), Handling.of(kept.body()));
        }
        return all.values().stream()
                .map(i -> new Handled(
                        i,
                        current(handlings.getOrDefault(i.id(), Handling.NONE), i),
                        List.copyOf(joined.getOrDefault(i.id(), Set.of())),
                        partOf.getOrDefault(i.id(), "")))
                .sorted(Comparator.comparingLong((Handled h) -> h.incident().start())
                        .reversed()
                        .thenComparing(Handled::id))
                .toList();
    }

    /** What was seen after it had been closed opens it again. */
    private static Handling current(Handling handling, Incident incident) {
        boolean news = handling.state() == Handling.State.CLOSED && incident.end() > handling.closedEnd();
        return news ? handling.reopened() : handling;
    }

    private static Map<String, String> part(Map<String, Incident> all, List<Kept> parts) throws IOException {
        Map<String, String> partOf = new TreeMap<>();
        for (Kept kept : parts) {
            Parting parting = Parting.of(kept.body());
            Incident whole = all.get(parting.from());
            if (whole == null) {
                continue;
            }
            List<Finding> out = new ArrayList<>(whole.findings());
            out.removeIf(f -> !parting.findings().contains(f.id()));
            List<Finding> rest = new ArrayList<>(whole.findings());
            rest.removeAll(out);
            if (!out.isEmpty() && !rest.isEmpty()) {
                all.put(parting.from(), named(parting.from(), Casebook.incident(rest)));
                all.put(kept.id(), named(kept.id(), Casebook.incident(out)));
                partOf.put(kept.id(), parting.from());
            }
        }
        return partOf;
    }

    private static Map<String, Set<String>> join(Map<String, Incident> all, List<Kept> joins) {
        Map<String, Set<String>> joined = new TreeMap<>();
        for (Kept kept : joins) {
            Incident one = all.get(kept.id());
            Incident into = all.get(kept.body());
            if (one != null && into != null) {
                List<Finding> findings = new ArrayList<>(into.findings());
                findings.addAll(one.findings());
                all.put(kept.body(), named(kept.body(), Casebook.incident(findings)));
                all.remove(kept.id());
                joined.computeIfAbsent(kept.body(), _ -> new TreeSet<>()).add(kept.id());
            }
        }
        return joined;
    }

    private static Incident named(String id, Incident i) {
        return new Incident(
                id,
                i.title(),
                i.story(),
                i.severity(),
                i.confidence(),
                i.phase(),
                i.impact(),
                i.start(),
                i.end(),
                i.assets(),
                i.findings());
    }

    private static List<Kept> all(View view, String shelf) throws IOException {
        List<Kept> all = new ArrayList<>();
        List<Kept> some = view.page(shelf, "", AT_ONCE);
        while (!some.isEmpty() && all.size() < MOST) {
            all.addAll(some);
            some = view.page(shelf, some.getLast().id(), AT_ONCE);
        }
        return all;
    }

    /** Gives it to somebody; "" takes it from them. */
    public void assign(String incident, String owner) throws IOException {
        change(incident, h -> h.ownedBy(owner));
    }

    /** @param end end of the evidence that is known: what comes after it opens the incident again */
    public void close(String incident, String reason, long end) throws IOException {
        change(incident, h -> h.closed(reason, end));
    }

    public void reopen(String incident) throws IOException {
        change(incident, Handling::reopened);
    }

    /** False where so much was said of it already that no more is kept. */
    public boolean comment(String incident, Handling.Comment comment) throws IOException {
        return store.change(change -> {
            Handling handling = handling(change, incident);
            if (handling.comments().size() >= Handling.MOST_COMMENTS) {
                return false;
            }
            change.put(HANDLING, incident, handling.with(comment).text());
            return true;
        });
    }

    private void change(String incident, UnaryOperator<Handling> how) throws IOException {
        store.change(change -> change.put(
                HANDLING, incident, how.apply(handling(change, incident)).text()));
    }

    private static Handling handling(View view, String incident) throws IOException {
        Optional<Kept> kept = view.get(HANDLING, incident);
        return kept.isEmpty() ? Handling.NONE : Handling.of(kept.get().body());
    }

    /** Makes these one with the first; {@link #takeApart} takes that back. */
    public void join(String into, List<String> others) throws IOException {
        store.change(change -> {
            for (String other : others) {
                refuseCircle(change, into, other);
                change.put(JOINED, other, into);
            }
            return others;
        });
    }

    private static void refuseCircle(Change change, String into, String other) throws IOException {
        if (into.equals(other) || change.get(JOINED, into).isPresent()) {
            throw new NotArranged("'" + into + "' is itself joined to another; join to that, or take it apart first");
        }
    }

    /** Parts an incident again that was joined to another; false where it was not. */
    public boolean takeApart(String incident) throws IOException {
        return store.change(change -> change.remove(JOINED, incident));
    }

    /** Makes an incident of its own of these findings; {@link #putBack} takes that back. */
    public String part(String incident, List<String> findings) throws IOException {
        Parting parting = new Parting(incident, new TreeSet<>(findings));
        store.change(change -> change.put(PARTED, parting.id(), parting.text()));
        return parting.id();
    }

    /** Puts a part back into the incident of which it was parted; false where it is no part. */
    public boolean putBack(String part) throws IOException {
        return store.change(change -> change.remove(PARTED, part));
    }
}
