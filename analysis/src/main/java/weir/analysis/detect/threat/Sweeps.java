// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Limit;
import weir.analysis.detect.Limits;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Watched;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Grade;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Severity;
import weir.model.Subject;
import weir.model.Transport;

/** Somebody tries many addresses or many ports in a short time. */
public final class Sweeps implements Detector {

    private static final Detection DETECTION = Detection.of("IT-01");

    /** Within this many nanoseconds. */
    private static final long WINDOW = 60 * 1_000_000_000L;

    /** Kinds of tries of one source: each address whose ports are tried is one. */
    private static final int MOST_KINDS = 64;

    /** Sources watched at once; the longest silent is forgotten first. */
    private static final int MOST_SOURCES = 4096;

    private static final class Tries {
        long since;
        final Map<String, Set<Object>> targets = new HashMap<>(); // at most MOST_KINDS
    }

    private final Map<Address, Tries> sources = new Watched<>(MOST_SOURCES);

    private final int manyAddresses;
    private final int manyPorts;
    private final int vain;

    public Sweeps() {
        this(Limits.USUAL);
    }

    public Sweeps(Limits limits) {
        manyAddresses = limits.of(Limit.SWEPT_ADDRESSES);
        manyPorts = limits.of(Limit.SWEPT_PORTS);
        vain = limits.of(Limit.SWEPT_IN_VAIN);
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.CONTACTS, Interest.OPERATIONS);
    }

    @Override
    public void contact(Moment now, Contact contact) {
        Edge edge = now.edge();
        if (contact.state() == Contact.State.CLOSED) {
            unanswered(now, edge, contact);
            return;
        }
        boolean tried = contact.state() == Contact.State.OPENED && !edge.known() || edge.first() == now.time();
        if (contact.state() != Contact.State.OPENED
                || !tried
                || !edge.server().address().isUnicast()) {
            return;
        }
        Address client = edge.client().address();
        String port = edge.transport() + " port " + now.at().serverPort();
        if (contact.grade() != Grade.JOINED) { // what ends was open before, and is no try to reach somebody
            tries(now, client, "addresses on " + port, edge.server().address(), manyAddresses);
        }
        tries(now, client, "ports of " + edge.server().address(), now.at().serverPort(), manyPorts);
    }

    /** What is tried without success counts for longer, and sooner. */
    private void unanswered(Moment now, Edge edge, Contact contact) {
        if (edge.transport() == Transport.TCP
                && contact.packetsBack() == 0
                && contact.packetsOut() <= 3
                && contact.bytesOut() == 0) {
            Address client = edge.client().address();
            int port = now.at().serverPort();
            if (port != 80 && port != 443) { // where clients try many in vain without harm
                tries(
                        now,
                        client,
                        "addresses on port " + port + " in vain",
                        edge.server().address(),
                        vain);
            }
            tries(now, client, "ports of " + edge.server().address() + " in vain", port, vain);
        }
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        if (operation.protocol().equals("arp") && operation.phase() == Phase.REQUEST && habit.count() == 1) {
            String asked = operation.target().label();
            if (!asked.isEmpty()) {
                tries(now, now.at().source(), "addresses by ARP", asked, manyAddresses);
            }
        }
    }

    private void tries(Moment now, Address source, String what, Object target, int many) {
        if (now.stage() == Stage.LEARNING) {
            return;
        }
        Tries tries = sources.computeIfAbsent(source, s -> new Tries());
        if (now.time() - tries.since > WINDOW) {
            tries.targets.clear();
            tries.since = now.time();
        }
        if (tries.targets.size() >= MOST_KINDS && !tries.targets.containsKey(what)) {
            return;
        }
        Set<Object> targets = tries.targets.computeIfAbsent(what, w -> new HashSet<>());
        if (targets.size() <= many * 4) {
            targets.add(target);
        }
        if (targets.size() >= many) {
            Claim claim = now.claim(DETECTION, source, new Subject(Address.NONE, ""), what);
            if (claim.isNew()) {
                claim.title("Scan of " + what)
                        .severity(Severity.HIGH)
                        .confidence(0.9)
                        .expected("few new targets a minute")
                        .seen(source + " tried " + targets.size() + " " + what + " and more within a minute");
            }
        }
    }
}
