// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;

/**
 * How one variable usually behaves: its range, its speed, its states and the steps between them. What is usual is
 * settled by saturation: when as many values brought nothing new as it took to see all that is known.
 */
final class PointHabit {

    /** Fewer values tell nothing. */
    static final int ENOUGH = 100;

    /** A value may leave the range by this part of it. */
    private static final double MARGIN = 0.1;

    /** Different values of a variable with states; more make it continuous. */
    private static final int MOST_STATES = 16;

    /** The range may follow a slow drift by this part of it a day, and no faster. */
    private static final double DRIFT_A_DAY = 0.02;

    /** A value further out than this part of the range is news while learning, and so is one that goes on leaving it. */
    private static final double NEWS = 0.02;

    private static final double DAY = 86_400e9;
    private static final double SECOND = 1e9;

    private double @Nullable [] states;
    /** Of each state, a bit for each that followed it. */
    private int @Nullable [] followers;

    private int stateCount;
    private long count;
    private long news;
    private long changes;
    private long run;
    private long longestRun;
    private double last;
    private long lastTime;
    private double low;
    private double high;
    private double learnedLow;
    private double learnedHigh;
    private double fastest;
    private double room;
    private boolean settled;

    /** Takes in a value of normal operation, before {@link #seen}. */
    void learn(double value, long time) {
        if (count > 0 && value == last) { // nothing new, as mostly
            longestRun = Math.max(longestRun, run + 1);
            count++;
            return;
        }
        if (count == 0) {
            low = value;
            high = value;
        } else {
            fastest = Math.max(fastest, rate(value, time));
        }
        double span = span();
        boolean climbs = value > high && last == high || value < low && last == low;
        if (climbs || value > high + NEWS * span || value < low - NEWS * span) {
            news = count;
        }
        low = Math.min(low, value);
        high = Math.max(high, value);
        learnStates(value);
        longestRun = Math.max(longestRun, 1);
        changes += count > 0 && hasLast() ? 1 : 0;
        count++;
    }

    private void learnStates(double value) {
        if (stateCount > MOST_STATES) {
            return;
        }
        int to = state(value);
        if (to < 0) {
            news = count;
            to = stateCount++;
            if (to == MOST_STATES) {
                states = null;
                followers = null;
                return;
            }
            add(to, value);
        }
        int from = state(last);
        int[] steps = followers;
        if (count > 0 && from >= 0 && steps != null && (steps[from] & 1 << to) == 0) {
            steps[from] |= 1 << to;
            news = count;
        }
    }

    private void add(int state, double value) {
        double[] known = states == null ? new double[2] : states;
        int[] steps = followers == null ? new int[2] : followers;
        if (state == known.length) {
            known = Arrays.copyOf(known, 2 * state);
            steps = Arrays.copyOf(steps, 2 * state);
        }
        known[state] = value;
        states = known;
        followers = steps;
    }

    /** The last value was shown so many times more, until then, and those were normal operation or not. */
    void repeated(int times, long time, boolean learned) {
        run += times;
        lastTime = time;
        if (learned) {
            count += times;
            longestRun = Math.max(longestRun, run);
        }
    }

    /** Within all that was learned. */
    boolean holds(double value) {
        return value >= low && value <= high;
    }

    boolean isSettled() {
        return settled;
    }

    /** The value is the last one from here on. */
    void seen(double value, long time) {
        run = value == last ? run + 1 : 1;
        last = value;
        lastTime = time;
    }

    /** Whether enough is known; from then on nothing is learned but {@link #drift}. */
    boolean settles() {
        if (!settled && count >= ENOUGH && count - news >= count / 2) {
            settled = true;
            learnedLow = low;
            learnedHigh = high;
        }
        return settled;
    }

    /** Follows a value just beyond the range; quiet times leave room for the drift of one day and no more. */
    void drift(double value, long time) {
        double most = DRIFT_A_DAY * learnedHigh - DRIFT_A_DAY * learnedLow; // finite however wide the range is
        room = Math.min(most, room + most * (Math.max(0, time - lastTime) / DAY));
        double step = Math.clamp(Math.max(value - high, low - value), 0, room);
        room -= step;
        if (value > high) {
            high += step;
        } else {
            low -= step;
        }
    }

    boolean isOutside(double value) {
        double margin = MARGIN * span();
        return value > high + margin || value < low - margin;
    }

    boolean isConstant() {
        return low == high;
    }

    /** Has states, each seen often enough to know them. */
    boolean isDiscrete() {
        return stateCount <= MOST_STATES && count >= 10L * stateCount;
    }

    /** Never stands still for long. */
    boolean isNoisy() {
        return stateCount > MOST_STATES && changes * 10 >= count * 9;
    }

    /** Changes now and then only, so that a change is an event. */
    boolean isSteady() {
        return count >= ENOUGH / 4 && changes * 20 <= count;
    }

    /** Whether the step from the last value to this one was ever seen. */
    boolean follows(double value) {
        int from = state(last);
        int to = state(value);
        int[] steps = followers;
        return value == last || from >= 0 && to >= 0 && steps != null && (steps[from] & 1 << to) != 0;
    }

    boolean hasState(double value) {
        return state(value) >= 0;
    }

    private int state(double value) {
        double[] known = states;
        if (known == null) {
            return -1;
        }
        for (int i = 0; i < Math.min(stateCount, known.length); i++) {
            if (known[i] == value) {
                return i;
            }
        }
        return -1;
    }

    /** Units a second from the last value to this one, two within a second as a second apart; 0 where none was before. */
    double rate(double value, long time) {
        return hasLast() ? Math.abs(value - last) / Math.max(1, (time - lastTime) / SECOND) : 0;
    }

    /** All but the last value: what is seen next may come much later. */
    void write(StateWriter out) throws IOException {
        out.number(count);
        out.number(news);
        out.number(changes);
        out.number(longestRun);
        out.number(lastTime);
        out.real(low);
        out.real(high);
        out.real(learnedLow);
        out.real(learnedHigh);
        out.real(fastest);
        out.real(room);
        out.flag(settled);
        out.number(stateCount);
        double[] known = states;
        int[] steps = followers;
        for (int i = 0; known != null && steps != null && i < stateCount; i++) {
            out.real(known[i]);
            out.number(steps[i]);
        }
    }

    /** From here on it is what was written, and nothing was shown yet. */
    void read(StateReader in) throws IOException {
        count = in.number();
        news = in.number();
        changes = in.number();
        longestRun = in.number();
        last = Double.NaN;
        lastTime = in.number();
        low = in.real();
        high = in.real();
        learnedLow = in.real();
        learnedHigh = in.real();
        fastest = in.real();
        room = in.real();
        settled = in.flag();
        stateCount = in.count(MOST_STATES + 1);
        for (int i = 0; stateCount <= MOST_STATES && i < stateCount; i++) {
            add(i, in.real());
            int[] steps = followers;
            if (steps != null) {
                steps[i] = (int) in.number();
            }
        }
    }

    double fastest() {
        return fastest;
    }

    /** It was seen before, and not only before it was written down. */
    boolean hasLast() {
        return lastTime != 0 && !Double.isNaN(last);
    }

    double last() {
        return last;
    }

    long lastTime() {
        return lastTime;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    double span() {
        return high - low;
    }

    /** Values learned. */
    long count() {
        return count;
    }

    /** Equal values in a row, up to the last. */
    long run() {
        return run;
    }

    long longestRun() {
        return longestRun;
    }
}
