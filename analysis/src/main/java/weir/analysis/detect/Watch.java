// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weir.analysis.baseline.Baseline;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.Habit;
import weir.analysis.baseline.Party;
import weir.analysis.detect.Detector.Interest;
import weir.analysis.inventory.Families;
import weir.model.Address;
import weir.model.Alert;
import weir.model.Contact;
import weir.model.Finding;
import weir.model.HostEvent;
import weir.model.Identity;
import weir.model.Login;
import weir.model.Loss;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.PointValue;
import weir.model.Ruling;
import weir.model.Severity;
import weir.model.Sighting;
import weir.model.Transfer;
import weir.model.Violation;

/**
 * Shows what happens to all detectors and keeps what they claim. A fold of observations: the same input gives the same
 * findings. What a detector has just complained about is not learned.
 */
public final class Watch implements Observer {

    /** Kind of fact in the baseline: on which hardware address a network address is. */
    public static final String BINDING = "hardware address of";

    private static final long SECOND = 1_000_000_000L;

    private final Settling settling = new Settling();
    private final Baseline baseline;
    private final Claims claims = new Claims();
    private final Moment moment;
    private final List<Remembers> remembering = new ArrayList<>();
    private final Map<Interest, Detector[]> asked = new EnumMap<>(Interest.class);
    private final Detector[] everyOperation;
    private final boolean everyOperationMatters;
    private final @Nullable Identity[] lately = new @Nullable Identity[1 << 12];
    private Stage stage;
    private long nextSecond = Long.MIN_VALUE;

    /** Learns from what it sees first, if {@code baseline} is empty; judges at once if not. */
    public Watch(Baseline baseline, List<Detector> detectors) {
        this.baseline = baseline;
        moment = new Moment(baseline, claims);
        stage = baseline.isEmpty() ? Stage.SETTLING : Stage.JUDGING;
        for (Detector detector : detectors) {
            if (detector instanceof Remembers one) {
                remembering.add(one);
            }
        }
        for (Interest interest : Interest.values()) {
            List<Detector> wanting = new ArrayList<>();
            for (Detector detector : detectors) {
                if (detector.interests().contains(interest)) {
                    wanting.add(detector);
                }
            }
            asked.put(interest, wanting.toArray(Detector[]::new));
        }
        everyOperation = of(Interest.EVERY_OPERATION);
        everyOperationMatters = everyOperation.length > 0;
    }

    private Detector[] of(Interest interest) {
        Detector[] wanting = asked.get(interest);
        return wanting == null ? new Detector[0] : wanting;
    }

    /** From here to {@link #judge} it is shown what is normal. */
    public Watch learn() {
        stage = Stage.LEARNING;
        return this;
    }

    /** What it was shown up to here is normal; from here it judges. */
    public Watch judge() {
        baseline.between();
        stage = Stage.JUDGING;
        nextSecond = Long.MIN_VALUE;
        return this;
    }

    @Override
    public void observe(Sighting at, Observation what) {
        if (at.time() >= nextSecond) {
            second(at);
        }
        switch (what) {
            case Operation operation -> operation(at, operation);
            case Contact contact -> contact(at, contact);
            case Identity identity -> {
                if (isToldAgain(identity)) {
                    return;
                }
                look(at);
                for (Detector detector : of(Interest.IDENTITIES)) {
                    detector.identity(moment, identity);
                }
            }
            case Violation violation -> {
                look(at);
                for (Detector detector : of(Interest.VIOLATIONS)) {
                    detector.violation(moment, violation);
                }
            }
            case Transfer transfer -> {
                look(at);
                for (Detector detector : of(Interest.TRANSFERS)) {
                    detector.transfer(moment, transfer);
                }
            }
            case Login login -> {
                look(at);
                for (Detector detector : of(Interest.LOGINS)) {
                    detector.login(moment, login);
                }
            }
            case Loss loss -> {
                look(at);
                for (Detector detector : of(Interest.LOSSES)) {
                    detector.loss(moment, loss);
                }
            }
            case PointValue value -> {
                look(at);
                for (Detector detector : of(Interest.VALUES)) {
                    detector.value(moment, value);
                }
            }
            case Alert _, HostEvent _, Ruling _ -> {
                look(at);
                for (Detector detector : of(Interest.LOGS)) {
                    detector.log(moment, what);
                }
            }
        }
    }

    /** A device says the same again, as it does for years: only who claims an address is looked at each time. */
    private boolean isToldAgain(Identity identity) {
        if (identity.protocol().equals("arp") || identity.protocol().equals("mdns")) {
            return false;
        }
        int slot = System.identityHashCode(identity) & lately.length - 1;
        boolean again = lately[slot] == identity;
        lately[slot] = identity;
        return again;
    }

    private void look(Sighting at) {
        @Nullable Edge edge = at.conversation() > 0 ? baseline.edge(at) : null;
        moment.is(at, edge, stage);
    }

    private void second(Sighting at) {
        nextSecond = (at.time() / SECOND + 1) * SECOND;
        if (stage == Stage.SETTLING && settling.isSettled(at.time())) {
            stage = Stage.JUDGING;
        }
        moment.is(at, null, stage);
        for (Detector detector : of(Interest.SECONDS)) {
            detector.second(moment);
        }
    }

    private void operation(Sighting at, Operation operation) {
        if (at.conversation() <= 0) {
            return;
        }
        Edge edge = baseline.edge(at);
        Habit habit = baseline.habit(edge, at, operation);
        if (everyOperationMatters) {
            moment.is(at, edge, stage);
            for (Detector detector : everyOperation) {
                detector.operation(moment, operation, habit);
            }
        }
        boolean fresh = habit.count() == 1;
        boolean change = operation.phase() != Phase.RESPONSE && habit.deed().isChange();
        if (fresh || change || operation.outcome().kind() == Outcome.Kind.REFUSED) {
            moment.is(at, edge, stage);
            for (Detector detector : of(Interest.OPERATIONS)) {
                detector.operation(moment, operation, habit);
            }
            if (fresh && isLearned()) {
                baseline.learn(habit);
            }
        }
    }

    /** While things settle a grave deed is no habit. */
    private boolean isLearned() {
        return switch (stage) {
            case LEARNING -> true;
            case SETTLING -> !moment.weighs(Severity.HIGH);
            case JUDGING -> false;
        };
    }

    private void contact(Sighting at, Contact contact) {
        Edge edge = baseline.edge(at);
        boolean fresh = baseline.contact(edge, at, contact);
        if (fresh) {
            settling.fresh(at.time());
        }
        moment.is(at, edge, stage);
        for (Detector detector : of(Interest.CONTACTS)) {
            detector.contact(moment, contact);
        }
        if (fresh && stage != Stage.JUDGING) {
            baseline.learn(edge);
        }
        if (contact.state() == Contact.State.CLOSED && at.conversation() > 0) {
            baseline.closed(at);
        }
    }

    /** Everything that was claimed so far, in order of time. */
    public List<Finding> findings() {
        return claims.findings();
    }

    /** Addresses that belong to one device: hardware addresses and the network addresses first claimed for them. */
    public Map<Address, Set<Address>> aliases() {
        Map<Address, Set<Address>> aliases = new TreeMap<>();
        baseline.facts(BINDING).forEach((network, hardware) -> {
            Address address = Address.parse(network);
            Address mac = Address.parse(hardware);
            aliases.computeIfAbsent(address, a -> new TreeSet<>()).add(mac);
            aliases.computeIfAbsent(mac, a -> new TreeSet<>()).add(address);
        });
        return aliases;
    }

    /** The stations that usually ask each device of the plant: those they ask make one cell. */
    public Map<Address, Set<Address>> masters() {
        Map<Address, Set<Address>> masters = new TreeMap<>();
        for (Party party : baseline.parties()) {
            for (Edge edge : party.askedOn()) {
                if (Families.isIndustrial(edge.protocol())) {
                    masters.computeIfAbsent(party.address(), a -> new TreeSet<>())
                            .add(edge.client().address());
                }
            }
        }
        return masters;
    }

    /** Devices that belong to the safety system, as far as their protocols tell. */
    public Set<Address> safetyDevices() {
        Set<Address> devices = new TreeSet<>();
        for (Party party : baseline.parties()) {
            if (party.served().stream().anyMatch(Families::isSafety)) {
                devices.add(party.address());
            }
        }
        return devices;
    }

    /** What detectors learned beside the baseline, as it is now. */
    public Memory memory() throws IOException {
        return Memory.of(remembering, baseline);
    }

    /** Before anything was seen: detectors are given back what they learned; the sections that none of them reads. */
    public List<String> recall(Memory memory) throws IOException {
        return memory.recall(remembering, baseline);
    }

    public Baseline baseline() {
        return baseline;
    }

    public Stage stage() {
        return stage;
    }
}
