// SPDX-License-Identifier: Apache-2.0
package weir.analysis.inventory;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Identity;
import weir.model.Sighting;
import weir.model.Subject;

/** Everybody who was seen, by address and by unit behind it, with all that was claimed about them. */
public final class Inventory {

    /** Addresses and units kept; further ones are counted. */
    private static final int MOST = 200_000;

    private static final int RECENT = 1 << 12;

    private final Map<Subject, Presence> presences = new LinkedHashMap<>();
    private final @Nullable Identity[] recent = new @Nullable Identity[RECENT];
    private final @Nullable Claim[] recentClaims = new @Nullable Claim[RECENT];
    private final @Nullable Presence[] recentPresences = new @Nullable Presence[RECENT];
    private final Address[] recentEnds = new Address[RECENT];
    private final @Nullable Presence[] recentlyThere = new @Nullable Presence[RECENT];
    private long turnedAway;

    public Inventory() {
        Arrays.fill(recentEnds, Address.NONE);
    }

    /** Somebody says who they are, or who somebody else is. */
    public void identity(Sighting at, Identity identity) {
        int slot = System.identityHashCode(identity) & RECENT - 1;
        Claim known = recentClaims[slot];
        Presence whose = recentPresences[slot];
        if (recent[slot] == identity && known != null && whose != null) {
            whose.seen(at.time(), at.time());
            known.seen(at);
            return;
        }
        if (!identity.subject().address().isUnicast()) {
            return;
        }
        Presence presence = presence(identity.subject());
        Claim claim = presence == null ? null : presence.claim(identity, at);
        recent[slot] = identity;
        recentClaims[slot] = claim;
        recentPresences[slot] = presence;
    }

    /** Two ends of a flow. */
    public void contact(Sighting at, Contact contact) {
        end(at.client(), at, contact, true);
        end(at.server(), at, contact, false);
    }

    private void end(Address address, Sighting at, Contact contact, boolean client) {
        boolean sent = client ? contact.packetsOut() > 0 : contact.packetsBack() > 0;
        if (!address.isUnicast()) {
            return;
        }
        Presence presence = presence(address);
        if (presence == null) {
            return;
        }
        presence.seen(contact.since(), Math.max(contact.since(), contact.until()));
        presence.carried(contact.packetsOut() + contact.packetsBack(), contact.bytesOut() + contact.bytesBack());
        if (sent && address.kind() != Address.Kind.MAC) {
            presence.on(client == at.fromClient() ? at.sourceMac() : at.destinationMac());
        }
        if (sent && !contact.protocol().isEmpty()) {
            if (client) {
                presence.uses(contact.protocol());
            } else {
                presence.serves(contact.protocol());
            }
        }
    }

    /** A device behind the server was spoken to and answered. */
    public void unit(Sighting at, String protocol, String unit) {
        Presence presence = presence(new Subject(at.server(), unit));
        if (presence != null) {
            presence.seen(at.time(), at.time());
            presence.serves(protocol);
        }
    }

    private @Nullable Presence presence(Address address) {
        int slot = address.hashCode() * 0x9e37_79b9 >>> 20;
        Presence known = recentlyThere[slot];
        if (known == null || !address.equals(recentEnds[slot])) {
            known = presence(new Subject(address, ""));
            recentEnds[slot] = address;
            recentlyThere[slot] = known;
        }
        return known;
    }

    private @Nullable Presence presence(Subject subject) {
        Presence presence = presences.get(subject);
        if (presence == null) {
            if (presences.size() >= MOST) {
                turnedAway++;
                return null;
            }
            presence = new Presence(subject);
            presences.put(subject, presence);
        }
        return presence;
    }

    Collection<Presence> presences() {
        return presences.values();
    }

    /** How often somebody new could not be kept. */
    public long turnedAway() {
        return turnedAway;
    }

    public void save(StateWriter out) throws IOException {
        out.number(turnedAway);
        out.number(presences.size());
        for (Presence presence : presences.values()) {
            presence.save(out);
        }
    }

    public static Inventory load(StateReader in) throws IOException {
        Inventory inventory = new Inventory();
        inventory.turnedAway = in.number();
        for (int i = in.count(); i > 0; i--) {
            Presence presence = Presence.load(in);
            inventory.presences.put(presence.subject, presence);
        }
        return inventory;
    }
}
