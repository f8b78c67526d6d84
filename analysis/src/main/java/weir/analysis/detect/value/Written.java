// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

/** What was last written to a variable, and whether it is usually found there afterwards. */
final class Written {

    private double value;
    private long time;
    private boolean any;
    private boolean open;
    private long kept;
    private long notKept;
    private long explained;
    private long unexplained;
    private int wrong;

    void write(double to, long at) {
        value = to;
        time = at;
        any = true;
        open = true;
        wrong = 0;
    }

    /** Something was ever written. */
    boolean any() {
        return any;
    }

    double value() {
        return value;
    }

    long time() {
        return time;
    }

    /** A read that may tell what became of the last write is still awaited. */
    boolean isOpen() {
        return open;
    }

    /** The device holds what was written. */
    void keeps() {
        open = false;
        kept++;
    }

    /** The device holds something else; so many reads in a row have shown that. */
    int differs() {
        return ++wrong;
    }

    /** No read is awaited any more. */
    void close() {
        open = false;
    }

    void gaveUp() {
        open = false;
        notKept++;
    }

    /** What is written is what is read afterwards: seen at least three times, and never otherwise. */
    boolean isUsuallyKept() {
        return kept >= 3 && notKept == 0;
    }

    /** The variable changed while learning, after a write or without one. */
    void changed(boolean byWrite) {
        if (byWrite) {
            explained++;
        } else {
            unexplained++;
        }
    }

    /** It was seen to change by writes only. */
    boolean changesByWritesOnly() {
        return explained >= 3 && unexplained == 0;
    }
}
