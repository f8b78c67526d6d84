// SPDX-License-Identifier: Apache-2.0
package weir.analysis.baseline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import weir.analysis.deed.Deed;
import weir.analysis.inventory.Families;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Address;

/** One end of the talk in a plant: what it is used to ask and to answer. */
public final class Party {

    /** Protocols kept of one end, asked and served each. */
    private static final int MOST_PROTOCOLS = 32;

    /** Hardware addresses kept of one network address. */
    private static final int MOST_MACS = 8;

    private final Address address;
    private final long first;
    /** A bit for each deed, by its number. */
    private int deeds;

    private Set<String> asks = Set.of();
    private Set<String> serves = Set.of();
    private List<Address> macs = List.of();
    private List<Edge> askedOn = List.of();
    private long lastNewChange;
    private boolean known;

    Party(Address address, long first) {
        this.address = address;
        this.first = first;
    }

    public Address address() {
        return address;
    }

    /** Time it was first seen, nanoseconds since the epoch. */
    public long first() {
        return first;
    }

    /** Belongs to what is normal. */
    public boolean known() {
        return known;
    }

    void learn() {
        known = true;
    }

    void isAskedOn(Edge edge) {
        askedOn = askedOn.isEmpty() ? new ArrayList<>(2) : askedOn;
        askedOn.add(edge);
    }

    /** Edges that belong to what is normal and on which it is the server. */
    public List<Edge> askedOn() {
        return askedOn;
    }

    void does(Deed deed, long time) {
        deeds |= 1 << deed.ordinal();
        if (deed.isChange()) {
            lastNewChange = Math.max(lastNewChange, time);
        }
    }

    /** Whether all that it usually changes is known: it changed nothing new for three times as long as that took. */
    public boolean changesAreKnown(long time) {
        return lastNewChange > 0 && time - lastNewChange >= 3 * (lastNewChange - first);
    }

    /** Whether it is normal that it does so, to anybody. */
    public boolean isUsedTo(Deed deed) {
        return (deeds & 1 << deed.ordinal()) != 0;
    }

    void asks(String protocol) {
        asks = with(asks, protocol);
    }

    void serves(String protocol) {
        serves = with(serves, protocol);
    }

    private static Set<String> with(Set<String> some, String one) {
        if (some.contains(one) || some.size() >= MOST_PROTOCOLS) {
            return some;
        }
        Set<String> more = some.isEmpty() ? new TreeSet<>() : some;
        more.add(one);
        return more;
    }

    /** Protocols it was seen to ask in, known or not. */
    public Set<String> asked() {
        return asks;
    }

    /** Protocols it was seen to answer in, known or not. */
    public Set<String> served() {
        return serves;
    }

    /** Answers in a protocol of the plant floor: a controller, an outstation, an instrument. */
    public boolean isDevice() {
        return serves.stream().anyMatch(Families::isIndustrial);
    }

    /** Asks in a protocol of the plant floor: a master, an operator's or an engineer's station. */
    public boolean isMaster() {
        return asks.stream().anyMatch(Families::isIndustrial);
    }

    /** Remembers a hardware address; true where it was not known and another was. */
    public boolean isOn(Address mac) {
        if (macs.contains(mac)) {
            return false;
        }
        if (macs.size() < MOST_MACS) {
            macs = macs.isEmpty() ? new ArrayList<>(1) : macs;
            macs.add(mac);
        }
        return macs.size() > 1;
    }

    public List<Address> macs() {
        return macs;
    }

    void save(StateWriter out) throws IOException {
        out.address(address);
        out.number(first);
        out.number(lastNewChange);
        out.number(Integer.bitCount(deeds));
        for (Deed deed : Deed.values()) {
            if (isUsedTo(deed)) {
                out.constant(deed);
            }
        }
        texts(out, asks);
        texts(out, serves);
        out.number(macs.size());
        for (Address mac : macs) {
            out.address(mac);
        }
    }

    private static void texts(StateWriter out, Set<String> texts) throws IOException {
        out.number(texts.size());
        for (String text : texts) {
            out.text(text);
        }
    }

    static Party load(StateReader in) throws IOException {
        Party party = new Party(in.address(), in.number());
        party.known = true;
        party.lastNewChange = in.number();
        for (int i = in.count(); i > 0; i--) {
            party.deeds |= 1 << in.constant(Deed.class).ordinal();
        }
        for (int i = in.count(); i > 0; i--) {
            party.asks(in.text());
        }
        for (int i = in.count(); i > 0; i--) {
            party.serves(in.text());
        }
        for (int i = in.count(); i > 0; i--) {
            party.isOn(in.address());
        }
        return party;
    }
}
