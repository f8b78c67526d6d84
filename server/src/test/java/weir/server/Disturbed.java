// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A capture as a worse tap would have taken it. How much worse is what the sensor promises to bear: {@code
 * weir.wire.net.Copies} says how long after a packet its copy may come, {@code weir.wire.flow.Reassembly} puts segments
 * of one direction in order, and nothing ties packets of different conversations together that are so near each other.
 */
final class Disturbed {

    /** Packets overtake each other within so long, nanoseconds. */
    static final long LATENESS = 5_000_000;

    /** A packet overtakes so many others at most. */
    private static final int OVERTAKEN = 3;

    /** Copies of packets that their sender numbered, and of those it did not: nanoseconds. */
    private static final int LAG = 1_000_000;

    private static final int UNMARKED_LAG = 80_000;

    private final Random random;

    Disturbed(long seed) {
        random = new Random(seed);
    }

    /** Three packets of ten come twice. */
    List<Recorded> doubled(List<Recorded> frames) {
        List<Recorded> all = new ArrayList<>(frames.size() * 2);
        for (Recorded frame : frames) {
            all.add(frame);
            if (random.nextDouble() < 0.3) {
                int lag = new Ends(frame).isMarked() ? LAG : UNMARKED_LAG;
                all.add(frame.at(frame.time() + 1_000 + random.nextInt(lag - 1_000)));
            }
        }
        all.sort(Comparator.comparingLong(Recorded::time));
        return all;
    }

    /** Packets of different conversations overtake each other; each keeps its time, so times go back. */
    List<Recorded> overtaking(List<Recorded> frames) {
        List<Recorded> all = new ArrayList<>(frames);
        for (int i = 0; i < all.size() - 1; i++) {
            int behind = i + 1 + random.nextInt(OVERTAKEN);
            if (random.nextDouble() < 0.3 && behind < all.size() && mayOvertake(all, i, behind)) {
                all.add(i, all.remove(behind));
                i = behind;
            }
        }
        return all;
    }

    /** As {@link #overtaking}, by a tap that stamps packets when they leave it: times never go back. */
    List<Recorded> overtakingBeforeTheClock(List<Recorded> frames) {
        List<Recorded> all = overtaking(frames);
        for (int i = 0; i < all.size(); i++) {
            all.set(i, all.get(i).at(frames.get(i).time()));
        }
        return all;
    }

    /** Segments with payload of one direction of a connection change places, each with its time. */
    List<Recorded> segmentsOvertaking(List<Recorded> frames) {
        List<Recorded> all = new ArrayList<>(frames);
        for (int i = 0; i < all.size() - 1; i++) {
            Ends first = new Ends(all.get(i));
            Ends second = new Ends(all.get(i + 1));
            boolean near = Math.abs(all.get(i + 1).time() - all.get(i).time()) <= LATENESS;
            if (near && first.isSegment() && first.sameDirection(second) && random.nextDouble() < 0.5) {
                all.add(i, all.remove(i + 1));
                i++;
            }
        }
        return all;
    }

    private static boolean mayOvertake(List<Recorded> frames, int first, int behind) {
        Ends late = new Ends(frames.get(behind));
        for (int i = first; i < behind; i++) {
            boolean near = Math.abs(frames.get(behind).time() - frames.get(i).time()) <= LATENESS;
            if (!near || late.sameConversation(new Ends(frames.get(i)))) {
                return false;
            }
        }
        return true;
    }
}
