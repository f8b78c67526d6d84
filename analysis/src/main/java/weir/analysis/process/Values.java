// SPDX-License-Identifier: Apache-2.0
package weir.analysis.process;

import weir.model.Point;
import weir.model.Reading;

/** The values of one variable, as far as they tell how it behaves. */
final class Values {

    /** Different values that are remembered; more make it continuous. */
    private static final int MOST_DIFFERENT = 16;

    /** Fewer values say little. */
    private static final int ENOUGH = 3;

    /** A growing value has grown this often before it is called a counter. */
    private static final int GROWN = 5;

    private final double[] different = new double[MOST_DIFFERENT];
    private int differents;
    private boolean more;
    private long count;
    private long changes;
    private long unexplained;
    private long rises;
    private long falls;
    private long restarts;
    private boolean whole = true;
    private boolean texts;
    private boolean writtenSince;
    private double low = Double.NaN;
    private double high = Double.NaN;
    private double last = Double.NaN;
    private String lastText = "";

    void add(Reading reading, boolean written) {
        boolean changed = count > 0 && differs(reading);
        count++;
        if (changed) {
            changes++;
            if (!written && !writtenSince) {
                unexplained++;
            }
        }
        writtenSince = written || (writtenSince && !changed);
        if (reading.kind() == Reading.Kind.TEXT) {
            texts = true;
            lastText = reading.text();
        } else {
            number(reading.number(), reading.kind() == Reading.Kind.INTEGER);
        }
    }

    private boolean differs(Reading reading) {
        return reading.kind() == Reading.Kind.TEXT
                ? !reading.text().equals(lastText)
                : Double.compare(reading.number(), last) != 0;
    }

    private void number(double value, boolean integer) {
        whole &= integer || value == Math.rint(value);
        if (value > last) {
            rises++;
        } else if (value < last) {
            falls++;
            if (last - value > (high - low) / 2) {
                restarts++;
            }
        }
        low = Double.isNaN(low) ? value : Math.min(low, value);
        high = Double.isNaN(high) ? value : Math.max(high, value);
        last = value;
        remember(value);
    }

    private void remember(double value) {
        for (int i = 0; i < differents; i++) {
            if (Double.compare(different[i], value) == 0) {
                return;
            }
        }
        if (differents < MOST_DIFFERENT) {
            different[differents++] = value;
        } else {
            more = true;
        }
    }

    /** How it behaves; writes are those among the values. */
    Point.Kind kind(String type, long writes) {
        if (texts) {
            return Point.Kind.TEXT;
        }
        if (writes > 0 && unexplained == 0) {
            return Point.Kind.SETPOINT;
        }
        if (isTruth(type)) {
            return Point.Kind.BINARY;
        }
        if (count < ENOUGH) {
            return Point.Kind.UNKNOWN;
        }
        if (changes == 0) {
            return Point.Kind.CONSTANT;
        }
        if (counts()) {
            return Point.Kind.COUNTER;
        }
        if (whole && !more && differents == 2) {
            return Point.Kind.BINARY;
        }
        return whole && !more && changes < count / 2 ? Point.Kind.ENUMERATION : Point.Kind.CONTINUOUS;
    }

    private boolean counts() {
        return whole && rises >= GROWN && (falls == 0 || (more && falls == restarts && falls * 4 < rises));
    }

    private static boolean isTruth(String type) {
        return switch (type) {
            case "bool", "BOOL", "Boolean", "bit", "boolean" -> true;
            case String other -> other.startsWith("M_SP") || other.startsWith("C_SC");
        };
    }

    long changes() {
        return changes;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    /** The last number, NaN without one. */
    double last() {
        return last;
    }

    String lastText() {
        if (texts || Double.isNaN(last)) {
            return lastText;
        }
        return whole && Math.abs(last) < 1e15 ? Long.toString((long) last) : Double.toString(last);
    }
}
