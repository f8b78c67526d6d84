// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import java.io.IOException;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Address;

/** What each of the readers of one variable was shown last, and how often they were shown the same. */
final class Readers {

    /** Readers of one variable that are told apart; further ones are not compared. */
    private static final int MOST = 4;

    /** Values that are closer together than this part of the variable's range are the same. */
    private static final double TOLERANCE = 0.05;

    private final Address[] who = new Address[MOST];
    private final double[] value = new double[MOST];
    private final double[] before = new double[MOST];
    private final long[] time = new long[MOST];
    private int count;
    private long agreed;
    private long disagreed;
    private int disagreeing;

    /**
     * Takes in what a reader was shown.
     *
     * @param fresh nanoseconds for which what another was shown still holds
     * @return the number of another reader who was shown something else, or -1
     */
    int shown(Address reader, double shown, long now, double span, long fresh) {
        int own = number(reader);
        if (own < 0) {
            return -1;
        }
        before[own] = time[own] == 0 ? shown : value[own];
        value[own] = shown;
        time[own] = now;
        int other = -1;
        for (int i = 0; i < count; i++) {
            if (i != own && now - time[i] <= fresh) {
                if (isBetween(shown, before[i], value[i], span) || isBetween(value[i], before[own], shown, span)) {
                    agreed++;
                    disagreeing = 0;
                } else {
                    other = i;
                }
            }
        }
        if (other >= 0) {
            disagreed++;
            disagreeing++;
        }
        return other;
    }

    /** A variable that moves between two readings is shown somewhere on its way. */
    private static boolean isBetween(double shown, double from, double to, double span) {
        double room = TOLERANCE * span;
        return shown >= Math.min(from, to) - room && shown <= Math.max(from, to) + room;
    }

    private int number(Address reader) {
        for (int i = 0; i < count; i++) {
            if (who[i].equals(reader)) {
                return i;
            }
        }
        if (count == MOST) {
            return -1;
        }
        who[count] = reader;
        return count++;
    }

    /** How often they were shown the same; not what. */
    void write(StateWriter out) throws IOException {
        out.number(agreed);
        out.number(disagreed);
    }

    void read(StateReader in) throws IOException {
        agreed = in.number();
        disagreed = in.number();
    }

    /** They were shown the same so often that it is the rule. */
    boolean usuallyAgree() {
        return agreed >= 50 && disagreed * 50 <= agreed + disagreed;
    }

    /** The last difference was complained about: it does not change what is the rule. */
    void told() {
        disagreed--;
    }

    /** In how many readings in a row they were not. */
    int disagreeing() {
        return disagreeing;
    }

    Address who(int number) {
        return who[number];
    }

    double value(int number) {
        return value[number];
    }
}
