// SPDX-License-Identifier: Apache-2.0
package weir.server.input;

import java.io.PrintStream;
import java.util.Locale;

/** A line on the terminal that says how far a run has come; silent where there is no terminal. */
public final class Progress {

    private static final int WIDTH = 30;
    private static final long EVERY = 100_000_000L;

    private final PrintStream out;
    private final boolean shown;
    private final long started = System.nanoTime();
    private long next = started + 2 * EVERY;
    private boolean drawn;

    public Progress(PrintStream out, boolean shown) {
        this.out = out;
        this.shown = shown;
    }

    /**
     * @param position bytes read
     * @param size bytes there are; not more than 0 when that is not known
     */
    void at(long packets, long position, long size) {
        if (!shown || System.nanoTime() < next) {
            return;
        }
        next = System.nanoTime() + EVERY;
        drawn = true;
        double seconds = (System.nanoTime() - started) / 1e9;
        StringBuilder line = new StringBuilder("\r");
        if (size > 0) {
            double part = Math.min(1, (double) position / size);
            int full = (int) (part * WIDTH);
            line.append('[')
                    .append("#".repeat(full))
                    .append(".".repeat(WIDTH - full))
                    .append(']');
            line.append(String.format(Locale.ROOT, " %3.0f %%", part * 100));
            if (part > 0.02) {
                line.append(String.format(Locale.ROOT, "  %.0f s left", seconds / part - seconds));
            }
        }
        line.append(String.format(Locale.ROOT, "  %,d packets   ", packets));
        out.print(line);
        out.flush();
    }

    void end() {
        if (drawn) {
            out.print("\r" + " ".repeat(WIDTH + 50) + "\r");
            out.flush();
        }
    }
}
