// SPDX-License-Identifier: Apache-2.0
package weir.analysis.baseline;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import weir.analysis.deed.Deed;
import weir.analysis.deed.Deeds;
import weir.analysis.state.OperationForm;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Operation;
import weir.model.Sighting;

/** One operation on one edge: how often it comes, and in what rhythm. */
public final class Habit {

    /** How much the newest gap counts in the mean of gaps. */
    private static final double SHARE = 0.125;

    /** Seen so often its rhythm is known. */
    private static final int ENOUGH = 10;

    private final Edge edge;
    private final Operation operation;
    private final Deed deed;

    /** The identical operation it was last found by. */
    @Nullable
    Operation seenAs;
    /** The one that was seen after it last time. */
    @Nullable
    Habit next;

    private boolean known;
    private int before;
    private long count;
    private long first;
    private long last;
    private long firstPacket;
    private double meanGap;
    private double spread;
    private long longestGap;

    /** @param operation with a service that is equal by value */
    Habit(Edge edge, Operation operation) {
        this.edge = edge;
        this.operation = operation;
        deed = Deeds.of(operation);
    }

    void seen(Sighting at) {
        long time = at.time();
        if (count++ == 0) {
            first = time;
            firstPacket = at.packet();
        } else if (time > last) {
            long gap = time - last;
            longestGap = Math.max(longestGap, gap);
            double off = Math.abs(gap - meanGap);
            boolean firstGap = count == 2 && meanGap == 0;
            meanGap += firstGap ? gap : (gap - meanGap) * SHARE;
            spread += firstGap ? 0 : (off - spread) * SHARE;
        }
        last = Math.max(last, time);
    }

    public Edge edge() {
        return edge;
    }

    public Operation operation() {
        return operation;
    }

    public Deed deed() {
        return deed;
    }

    /** Belongs to what is normal. */
    public boolean known() {
        return known;
    }

    void learn() {
        known = true;
    }

    /** Times it was seen since the watch began; 1 when it is seen for the first time. */
    public long count() {
        return count;
    }

    public long first() {
        return first;
    }

    public long last() {
        return last;
    }

    public long firstPacket() {
        return firstPacket;
    }

    /** Nanoseconds between two of it, as of late; 0 before the second. */
    public double meanGap() {
        return meanGap;
    }

    /** Mean distance of a gap from the mean, nanoseconds. */
    public double spread() {
        return spread;
    }

    public long longestGap() {
        return longestGap;
    }

    /** Comes in a rhythm: often enough to say so, and each near the mean. */
    public boolean isPeriodic() {
        return before + count >= ENOUGH && meanGap > 0 && spread < meanGap / 4;
    }

    /** How often it was seen as far as rhythms ask, before what is known was written down too. */
    public int forRhythm() {
        return (int) Math.min(before + count, ENOUGH);
    }

    /** It was seen so often before what is known was written down. */
    public void wasSeen(int times) {
        before = Math.clamp(times, 0, ENOUGH);
    }

    void save(StateWriter out) throws IOException {
        OperationForm.save(out, operation);
        out.number(longestGap);
        out.number((long) meanGap);
        out.number((long) spread);
    }

    static Habit load(Edge edge, StateReader in) throws IOException {
        Habit habit = new Habit(edge, OperationForm.load(in));
        habit.known = true;
        habit.longestGap = in.number();
        habit.meanGap = in.number();
        habit.spread = in.number();
        return habit;
    }
}
