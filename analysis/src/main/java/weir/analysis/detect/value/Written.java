// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.value;

import java.io.IOException;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;

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

    /** Whether it is usually kept, and by what it changes; the last write itself is not. */
    void write(StateWriter out) throws IOException {
        out.number(kept);
        out.number(notKept);
        out.number(explained);
        out.number(unexplained);
    }

    void read(StateReader in) throws IOException {
        kept = in.number();
        notKept = in.number();
        explained = in.number();
        unexplained = in.number();
    }

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
