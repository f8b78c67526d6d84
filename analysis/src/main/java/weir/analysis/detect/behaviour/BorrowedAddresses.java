// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.behaviour;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Identity;
import weir.model.Severity;
import weir.model.Subject;

/**
 * A host that stands in for another at its addresses, and gives itself away: by multicast DNS it tells a link-local
 * address that was made of another hardware address than the one it sends from.
 */
public final class BorrowedAddresses implements Detector {

    private static final Detection DETECTION = Detection.of("BL-07");

    /** Kind of fact in the baseline: a host that was always so, as behind a bridge or a bond. */
    private static final String USUAL = "sends from another hardware address than";

    /** Senders of which the name is kept; those that come later are not judged. */
    private static final int MOST_NAMES = 4096;

    private final Map<Address, String> names = new LinkedHashMap<>();

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.IDENTITIES);
    }

    @Override
    public void identity(Moment now, Identity identity) {
        if (identity.attribute() != Attribute.NAME || !identity.protocol().equals("mdns")) {
            return;
        }
        Address sender = now.at().source();
        Address told = identity.subject().address();
        if (told.equals(sender)) {
            if (names.size() < MOST_NAMES || names.containsKey(sender)) {
                names.put(sender, identity.value());
            }
        } else if (!identity.value().equals(names.get(sender))) {
            return; // of somebody else
        }
        Address own = madeOf(told);
        Address used = now.at().sourceMac();
        if (own.kind() == Address.Kind.MAC && used.kind() == Address.Kind.MAC && !own.equals(used)) {
            judge(now, identity, own, used);
        }
    }

    private static void judge(Moment now, Identity identity, Address own, Address used) {
        String sent = used.toString();
        if (now.stage() == Stage.LEARNING) {
            now.baseline().fact(USUAL, own.toString(), sent);
            return;
        }
        if (now.baseline().known(USUAL, own.toString()).equals(sent)) {
            return;
        }
        Address sender = now.at().source();
        Claim claim = now.claim(DETECTION, own, new Subject(sender, ""), "borrowed");
        if (claim.isNew()) {
            boolean met = now.baseline().facts(AddressConflicts.BINDING).containsValue(own.toString());
            claim.title("Another host speaks from the addresses of " + sender)
                    .severity(met ? Severity.HIGH : Severity.MEDIUM)
                    .confidence(met ? 0.8 : 0.5)
                    .expected("a host sends from the hardware address that its link-local address is made of")
                    .seen(identity.value() + " sends from " + sent + ", and is " + own
                            + (met ? ", which had another address here" : ""));
        }
    }

    /** The hardware address in a link-local address (RFC 4291, appendix A); none where it is made otherwise. */
    private static Address madeOf(Address address) {
        long low = address.low();
        boolean made = address.kind() == Address.Kind.IPV6
                && address.high() == 0xfe80_0000_0000_0000L
                && (low >>> 24 & 0xffff) == 0xfffe;
        return made
                ? Address.mac((low >>> 16 & 0xffff_ff00_0000L ^ 0x0200_0000_0000L) | low & 0xff_ffffL)
                : Address.NONE;
    }
}
