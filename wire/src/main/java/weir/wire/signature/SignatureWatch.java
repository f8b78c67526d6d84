// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.model.Address;
import weir.model.Alert;
import weir.model.Observer;
import weir.model.Sighting;
import weir.wire.flow.PacketListener;
import weir.wire.net.Packet;

/**
 * Looks at each packet for signatures and tells those that it finds as alerts. Most packets are passed after one look at
 * each pair of octets: only signatures whose longest text stands there are tried.
 */
public final class SignatureWatch implements PacketListener {

    /** As what its alerts are told. */
    public static final String NAME = "signature";

    /** Counts that are kept for thresholds; the oldest is forgotten. */
    private static final int MOST_COUNTS = 10_000;

    private static final long SECOND = 1_000_000_000L;

    private static final Candidate[] NONE = {};

    private record Counted(String signature, Address of) {}

    private static final class Times {
        long since;
        int times;
    }

    private final Observer to;
    private final List<Signature> always = new ArrayList<>();
    private final Candidate[][] byPair = new Candidate[1 << 16][];
    private final Search search = new Search();
    private final Map<Counted, Times> counts = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Counted, Times> eldest) {
            return size() > MOST_COUNTS;
        }
    };
    private boolean pairs;
    private long packets;

    public SignatureWatch(List<Signature> signatures, Observer to) {
        this.to = to;
        Arrays.fill(byPair, NONE);
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

    /** A signature, with the text that leads to it and the pair of its octets by which that is found. */
    private static final class Candidate {
        final Signature signature;
        final Content text;
        final int pair;
        long tried;

        Candidate(Signature signature, Content text, int pair) {
            this.signature = signature;
            this.text = text;
            this.pair = pair;
        }
    }

    private void place(Signature signature, Content text) {
        int best = 0;
        for (int i = 1; i < text.length() - 1; i++) {
            best = cost(text, i) < cost(text, best) ? i : best;
        }
        Candidate candidate = new Candidate(signature, text, best);
        for (int one : forms(text, best)) {
            for (int other : forms(text, best + 1)) {
                int pair = one << 8 | other;
                Candidate[] more = Arrays.copyOf(byPair[pair], byPair[pair].length + 1);
                more[more.length - 1] = candidate;
                byPair[pair] = more;
            }
        }
    }

    /** How often a pair of the text leads astray: zeros and repeated octets are frequent, and pairs that many have. */
    private int cost(Content text, int index) {
        int one = text.octet(index);
        int other = text.octet(index + 1);
        int zeros = (one == 0 ? 1 : 0) + (other == 0 ? 1 : 0);
        return byPair[one << 8 | other].length + 8 * zeros + (one == other ? 4 : 0);
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
        packets++;
        byte[] data = packet.data;
        int pair = data[packet.payload] & 0xff;
        for (int i = packet.payload + 1, end = packet.payload + packet.captured; i < end; i++) {
            pair = (pair << 8 | data[i] & 0xff) & 0xffff;
            if (byPair[pair] != NONE) {
                candidates(byPair[pair], i - 1, at, packet);
            }
        }
    }

    /** Those whose text stands here, each once a packet. */
    private void candidates(Candidate[] candidates, int place, Sighting at, Packet packet) {
        for (Candidate candidate : candidates) {
            int begin = place - candidate.pair;
            boolean fits = begin >= packet.payload
                    && begin + candidate.text.length() <= packet.payload + packet.captured
                    && candidate.text.isAt(packet.data, begin);
            if (fits && candidate.tried != packets) {
                candidate.tried = packets;
                judge(candidate.signature, at, packet);
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
