// SPDX-License-Identifier: Apache-2.0
package weir.analysis.baseline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
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
    private final Set<Deed> deeds = EnumSet.noneOf(Deed.class);
    private final Set<String> asks = new TreeSet<>();
    private final Set<String> serves = new TreeSet<>();
    private final List<Address> macs = new ArrayList<>(1);
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

    void does(Deed deed, long time) {
        deeds.add(deed);
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
        return deeds.contains(deed);
    }

    void asks(String protocol) {
        if (asks.size() < MOST_PROTOCOLS) {
            asks.add(protocol);
        }
    }

    void serves(String protocol) {
        if (serves.size() < MOST_PROTOCOLS) {
            serves.add(protocol);
        }
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
        out.number(deeds.size());
        for (Deed deed : deeds) {
            out.constant(deed);
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
            party.deeds.add(in.constant(Deed.class));
        }
        for (int i = in.count(); i > 0; i--) {
            party.asks.add(in.text());
        }
        for (int i = in.count(); i > 0; i--) {
            party.serves.add(in.text());
        }
        for (int i = in.count(); i > 0; i--) {
            party.macs.add(in.address());
        }
        return party;
    }
}
