// SPDX-License-Identifier: Apache-2.0
package weir.wire.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;
import weir.wire.net.Layers;
import weir.wire.net.Packet;

/** One damaged octet costs the message it is in, not the conversation. */
@NeedsCorpus
class FlippedByteTest {

    private static final int ROUNDS = Integer.getInteger("weir.rounds", 1);
    private static final int FLIPS = ROUNDS >= 25 ? 1000 : 20;
    private static final int LARGEST = 40_000;

    /** Part of the names of the captures to damage; all if it is empty. */
    private static final String CHOSEN = System.getProperty("weir.captures", "");

    /** Packets of the conversation in which the damaged message, its other half, and what both belong to may lie. */
    private static final int GRACE = 6;

    @Test
    void laterMessagesOfADamagedConversationAreUnderstood() {
        Map<String, List<String>> hurt = new TreeMap<>();
        int flips = 0;
        for (Corpus.Capture capture : Corpus.captures()) {
            if (!capture.path().contains(CHOSEN)) {
                continue;
            }
            Recording recording = Recording.of(capture);
            long octets = recording.shots().stream()
                    .mapToLong(shot -> shot.data().length)
                    .sum();
            List<Deed> deeds = octets > LARGEST ? List.of() : Deed.of(recording, 0);
            List<Payload> payloads = deeds.isEmpty() ? List.of() : payloads(recording, deeds);
            Random random = new Random(capture.path().hashCode());
            for (int flip = 0; flip < FLIPS && !payloads.isEmpty(); flip++) {
                flips++;
                String damage = damage(recording, deeds, payloads, random);
                if (!damage.isEmpty()) {
                    hurt.computeIfAbsent(capture.path(), name -> new ArrayList<>())
                            .add(damage);
                }
            }
        }
        System.out.println(
                flips + " flips, " + hurt.values().stream().mapToInt(List::size).sum() + " hurt");
        assertThat(flips).isGreaterThanOrEqualTo(1000);
        assertThat(hurt).isEmpty();
    }

    /** Flips one octet; what was lost by it, or "". */
    private static String damage(Recording recording, List<Deed> deeds, List<Payload> payloads, Random random) {
        int chosen = random.nextInt(payloads.size());
        Payload payload = payloads.get(chosen);
        Recording.Shot shot = recording.shots().get(payload.place);
        byte[] data = shot.data().clone();
        int at = payload.offset + random.nextInt(payload.length);
        int bits = 1 + random.nextInt(255);
        data[at] ^= (byte) bits;
        long after = payloads.stream()
                .skip(chosen + 1L)
                .filter(later -> later.ends.equals(payload.ends))
                .skip(GRACE - 1)
                .mapToLong(later -> later.place + 1L)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        List<Deed> wanted = since(deeds, payload.ends, after);
        if (wanted.isEmpty()) {
            return "";
        }
        List<Deed> found = since(Deed.of(recording.with(payload.place, shot.with(data)), 0), payload.ends, after);
        List<Deed> missing = Deed.missing(wanted, found, Long.MIN_VALUE);
        return missing.stream().mapToLong(Deed::packet).distinct().count() <= 2 || missing.size() * 20 <= wanted.size()
                ? ""
                : "packet %d octet %d ^ %02x: %d of %d missing, first %s"
                        .formatted(
                                payload.place + 1,
                                at - payload.offset,
                                bits,
                                missing.size(),
                                wanted.size(),
                                missing.getFirst());
    }

    private static List<Deed> since(List<Deed> deeds, String ends, long packet) {
        return deeds.stream()
                .filter(deed -> deed.packet() >= packet && deed.ends().equals(ends))
                .toList();
    }

    private record Payload(int place, String ends, int offset, int length) {}

    /** What TCP and UDP carry in the conversations that something is told of. */
    private static List<Payload> payloads(Recording recording, List<Deed> deeds) {
        java.util.Set<String> spoken = new java.util.HashSet<>();
        deeds.forEach(deed -> spoken.add(deed.ends()));
        List<Payload> payloads = new ArrayList<>();
        Layers layers = new Layers();
        Packet packet = new Packet();
        for (int place = 0; place < recording.shots().size(); place++) {
            Recording.Shot shot = recording.shots().get(place);
            byte[] data = shot.data();
            if (layers.read(data, 0, data.length, shot.length(), shot.linkType(), shot.time(), packet)
                            == Layers.Result.READ
                    && (packet.transport == Transport.TCP || packet.transport == Transport.UDP)
                    && packet.data == data
                    && packet.captured > 0) {
                String ends = ends(packet);
                if (spoken.contains(ends)) {
                    payloads.add(new Payload(place, ends, packet.payload, packet.captured));
                }
            }
        }
        return payloads;
    }

    private static String ends(Packet packet) {
        boolean six = packet.ipVersion == 6;
        String one = address(six, packet.sourceHigh, packet.sourceLow) + ":" + packet.sourcePort;
        String other = address(six, packet.destinationHigh, packet.destinationLow) + ":" + packet.destinationPort;
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    private static String address(boolean six, long high, long low) {
        return (six ? weir.model.Address.ipv6(high, low) : weir.model.Address.ipv4((int) low)).toString();
    }
}
