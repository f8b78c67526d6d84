// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Alert;
import weir.model.Observer;
import weir.model.Sighting;
import weir.wire.flow.PacketListener;
import weir.wire.net.Packet;

/**
 * Looks at each packet for signatures and tells those that it finds as alerts. Most packets are passed after one look at
 * each pair of octets: only signatures whose longest text begins with a pair that is there are tried.
 */
public final class SignatureWatch implements PacketListener {

    /** As what its alerts are told. */
    public static final String NAME = "signature";

    /** Counts that are kept for thresholds; the oldest is forgotten. */
    private static final int MOST_COUNTS = 10_000;

    private static final long SECOND = 1_000_000_000L;

    private record Counted(String signature, Address of) {}

    private static final class Times {
        long since;
        int times;
    }

    private final Observer to;
    private final List<Signature> always = new ArrayList<>();
    private final Signature[] @Nullable [] byPair = new Signature[1 << 16] @Nullable [];
    private final Search search = new Search();
    private final Set<String> tried = new HashSet<>(); // of one packet
    private final Map<Counted, Times> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Counted, Times> eldest) {
            return size() > MOST_COUNTS;
        }
    };
    private boolean pairs;

    public SignatureWatch(List<Signature> signatures, Observer to) {
        this.to = to;
        for (Signature signature : signatures) {
            Content longest = signature.longest();
            if (longest == null) {
                always.add(signature);
            } else {
                pairs = true;
                place(signature, longest);
            }
        }
    }

    private void place(Signature signature, Content text) {
        int[] first = forms(text, 0);
        int[] second = forms(text, 1);
        for (int one : first) {
            for (int other : second) {
                int pair = one << 8 | other;
                Signature[] known = byPair[pair];
                int count = known == null ? 0 : known.length;
                Signature[] more = new Signature[count + 1];
                if (known != null) {
                    System.arraycopy(known, 0, more, 0, count);
                }
                more[count] = signature;
                byPair[pair] = more;
            }
        }
    }

    private static int[] forms(Content text, int index) {
        int octet = text.octet(index);
        boolean isLetter = octet >= 'a' && octet <= 'z';
        return text.anyCase() && isLetter ? new int[] {octet, octet & ~0x20} : new int[] {octet};
    }

    @Override
    public void packet(Sighting at, Packet packet) {
        for (int i = 0; i < always.size(); i++) {
            judge(always.get(i), at, packet);
        }
        if (!pairs || packet.captured < 2) {
            return;
        }
        tried.clear();
        byte[] data = packet.data;
        int pair = data[packet.payload] & 0xff;
        for (int i = packet.payload + 1, end = packet.payload + packet.captured; i < end; i++) {
            pair = (pair << 8 | data[i] & 0xff) & 0xffff;
            Signature[] candidates = byPair[pair];
            if (candidates != null) {
                candidates(candidates, at, packet);
            }
        }
    }

    /** Each once a packet. */
    private void candidates(Signature[] candidates, Sighting at, Packet packet) {
        for (Signature signature : candidates) {
            if (signature.header().holds(at) && tried.add(signature.id())) {
                judge(signature, at, packet);
            }
        }
    }

    private void judge(Signature signature, Sighting at, Packet packet) {
        if (!signature.header().holds(at)) {
            return;
        }
        for (PacketTest mark : signature.marks()) {
            if (!mark.holds(at, packet)) {
                return;
            }
        }
        if (search.finds(signature.body(), packet.data, packet.payload, packet.payload + packet.captured)
                && isTold(signature, at)) {
            to.observe(at, new Alert(NAME, signature.id(), signature.text(), signature.severity(), ""));
        }
    }

    private boolean isTold(Signature signature, Sighting at) {
        Threshold threshold = signature.threshold();
        if (threshold == null) {
            return true;
        }
        Address of = switch (threshold.track()) {
            case SOURCE -> at.source();
            case DESTINATION -> at.destination();
            case RULE -> Address.NONE;
        };
        Times counted = counts.computeIfAbsent(new Counted(signature.id(), of), k -> new Times());
        if (counted.times == 0 || at.time() - counted.since > threshold.seconds() * SECOND) {
            counted.since = at.time();
            counted.times = 0;
        }
        return threshold.isTold(++counted.times);
    }
}
