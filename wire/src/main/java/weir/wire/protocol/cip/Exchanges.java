// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Requests of one conversation that wait for their answers; a further one takes the place of the oldest near it. */
final class Exchanges {

    private static final int MOST = 64;
    /** Services of packets that carry several, all packets together; the next takes the place of the oldest. */
    private static final int MOST_PARTS = 512;

    private static final int NEAR = 8;

    private final @Nullable Exchange[] slots = new @Nullable Exchange[MOST];
    private @Nullable Exchange[] parts = new @Nullable Exchange[16];
    private long nextPart;

    /** A place for a request, empty; a request with the same key that still waits is given up. */
    Exchange ask(long key, long time, String unit) {
        int best = place(key);
        Exchange slot = slots[best];
        if (slot == null) {
            slot = new Exchange();
            slots[best] = slot;
        }
        return slot.begin(key, time, unit);
    }

    /** Where the same key waits already; else a free place; else that of the oldest. */
    private int place(long key) {
        int home = home(key);
        int best = home;
        long oldest = Long.MAX_VALUE;
        for (int i = 0; i < NEAR; i++) {
            int near = home + i & MOST - 1;
            Exchange here = slots[near];
            if (here != null && here.waiting && here.key == key) {
                return near;
            }
            long age = here == null || !here.waiting ? Long.MIN_VALUE : here.asked;
            if (age < oldest) {
                oldest = age;
                best = near;
            }
        }
        return best;
    }

    /** The request with this key, which is answered now; null where none waits. */
    @Nullable
    Exchange answer(long key) {
        int home = home(key);
        for (int i = 0; i < NEAR; i++) {
            Exchange here = slots[home + i & MOST - 1];
            if (here != null && here.waiting && here.key == key) {
                here.waiting = false;
                return here;
            }
        }
        return null;
    }

    /** Makes room for the services that one packet carries; false when those are too many. */
    boolean carries(Exchange packet, int count) {
        if (count > MOST_PARTS) {
            return false;
        }
        while (parts.length < MOST_PARTS && nextPart + count > parts.length) {
            parts = Arrays.copyOf(parts, 2 * parts.length);
        }
        packet.firstPart = nextPart;
        packet.parts = count;
        nextPart += count;
        for (int i = 0; i < count; i++) {
            int index = (int) (packet.firstPart + i) & parts.length - 1;
            Exchange part = parts[index];
            if (part == null) {
                part = new Exchange();
                parts[index] = part;
            }
            part.begin(packet.key, packet.asked, packet.unit);
        }
        return true;
    }

    /** One of the services that a packet carries; null where it is not remembered. */
    @Nullable
    Exchange part(Exchange packet, int index) {
        long number = packet.firstPart + index;
        boolean remembered = index < packet.parts && nextPart - number <= MOST_PARTS;
        return remembered ? parts[(int) number & parts.length - 1] : null;
    }

    private static int home(long key) {
        return (int) (key * 0x9e37_79b9_7f4a_7c15L >>> 40) & MOST - 1;
    }
}
