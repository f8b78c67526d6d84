// SPDX-License-Identifier: Apache-2.0
package weir.analysis.inventory;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Address;
import weir.model.Identity;
import weir.model.Sighting;
import weir.model.Subject;

/** What is known of one address, or of one device behind it. Several of them can turn out to be one asset. */
final class Presence {

    /** Different claims kept about one subject. */
    private static final int MOST_CLAIMS = 256;

    /** Hardware addresses kept for one network address; more than one is already odd. */
    private static final int MOST_MACS = 4;

    /** Protocols kept for one subject. */
    private static final int MOST_PROTOCOLS = 64;

    final Subject subject;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long packets;
    private long bytes;
    private Address lastMac = Address.NONE;
    private String lastServed = "";
    private String lastUsed = "";
    private final SortedSet<Address> macs = new TreeSet<>();
    private final SortedSet<String> serves = new TreeSet<>();
    private final SortedSet<String> uses = new TreeSet<>();
    private final Map<Claim.Key, Claim> claims = new LinkedHashMap<>();

    Presence(Subject subject) {
        this.subject = subject;
    }

    void seen(long since, long until) {
        first = Math.min(first, since);
        last = Math.max(last, until);
    }

    void carried(long morePackets, long moreBytes) {
        packets += morePackets;
        bytes += moreBytes;
    }

    void on(Address mac) {
        if (!mac.equals(lastMac) && mac.isUnicast() && macs.size() < MOST_MACS) {
            macs.add(mac);
            lastMac = mac;
        }
    }

    void serves(String protocol) {
        if (!protocol.equals(lastServed) && serves.size() < MOST_PROTOCOLS) {
            serves.add(protocol);
            lastServed = protocol;
        }
    }

    void uses(String protocol) {
        if (!protocol.equals(lastUsed) && uses.size() < MOST_PROTOCOLS) {
            uses.add(protocol);
            lastUsed = protocol;
        }
    }

    /** The claim that an identity makes; null when there are too many already. */
    @Nullable
    Claim claim(Identity identity, Sighting at) {
        Claim.Key key = new Claim.Key(identity.attribute(), identity.value(), identity.protocol(), identity.source());
        Claim claim = claims.get(key);
        if (claim == null) {
            if (claims.size() >= MOST_CLAIMS) {
                return null;
            }
            claim = new Claim(key, identity.confidence());
            claims.put(key, claim);
        }
        seen(at.time(), at.time());
        claim.seen(at);
        return claim;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    long packets() {
        return packets;
    }

    long bytes() {
        return bytes;
    }

    SortedSet<Address> macs() {
        return macs;
    }

    SortedSet<String> serves() {
        return serves;
    }

    SortedSet<String> uses() {
        return uses;
    }

    Collection<Claim> claims() {
        return claims.values();
    }

    void save(StateWriter out) throws IOException {
        out.address(subject.address());
        out.text(subject.unit());
        out.number(first);
        out.number(last);
        out.number(packets);
        out.number(bytes);
        out.number(macs.size());
        for (Address mac : macs) {
            out.address(mac);
        }
        names(out, serves);
        names(out, uses);
        out.number(claims.size());
        for (Claim claim : claims.values()) {
            claim.save(out);
        }
    }

    private static void names(StateWriter out, SortedSet<String> names) throws IOException {
        out.number(names.size());
        for (String name : names) {
            out.text(name);
        }
    }

    static Presence load(StateReader in) throws IOException {
        Presence presence = new Presence(new Subject(in.address(), in.text()));
        presence.first = in.number();
        presence.last = in.number();
        presence.packets = in.number();
        presence.bytes = in.number();
        for (int i = in.count(); i > 0; i--) {
            presence.macs.add(in.address());
        }
        for (int i = in.count(); i > 0; i--) {
            presence.serves.add(in.text());
        }
        for (int i = in.count(); i > 0; i--) {
            presence.uses.add(in.text());
        }
        for (int i = in.count(); i > 0; i--) {
            Claim claim = Claim.load(in);
            presence.claims.put(claim.key, claim);
        }
        return presence;
    }
}
