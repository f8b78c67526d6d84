// SPDX-License-Identifier: Apache-2.0
package weir.server.site;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Where the packets of a site came from: runs of numbers, each of one source. */
public final class Origins {

    /** Runs kept; the oldest are forgotten first. */
    private static final int MOST = 100_000;

    /**
     * Packets that came one after another from one source.
     *
     * @param first number on the site of the first of them
     * @param source name of the source
     * @param firstThere number in the source of the first of them, from 1
     */
    public record Run(long first, long count, String source, long firstThere) {}

    private final NavigableMap<Long, Run> runs = new TreeMap<>(); // at most MOST
    private String source = ""; // of the run that goes on
    private long first;
    private long firstThere;
    private long count;

    /** The next packet of the site came from there. */
    void add(long number, String from, long there) {
        if (!from.equals(source) || number != first + count || there != firstThere + count) {
            end();
            source = from;
            first = number;
            firstThere = there;
        }
        count++;
    }

    private void end() {
        if (count > 0) {
            runs.put(first, new Run(first, count, source, firstThere));
            count = 0;
        }
        if (runs.size() > MOST) {
            runs.pollFirstEntry();
        }
    }

    /** The runs that hold these packets, cut to them. */
    List<Run> of(long from, long to) {
        end();
        List<Run> found = new ArrayList<>();
        Long start = runs.floorKey(from);
        for (Run run : runs.tailMap(start == null ? from : start, true).values()) {
            long first = Math.max(from, run.first);
            long last = Math.min(to, run.first + run.count - 1);
            if (run.first > to) {
                break;
            }
            if (first <= last) {
                found.add(new Run(first, last - first + 1, run.source, run.firstThere + first - run.first));
            }
        }
        return found;
    }
}
