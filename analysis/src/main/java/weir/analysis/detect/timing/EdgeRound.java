// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.timing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.analysis.baseline.Edge;
import weir.analysis.detect.Moment;
import weir.analysis.inventory.Families;

/**
 * Goes round the known edges of the plant floor, a share of them each second, so that a plant of a hundred thousand
 * costs no more than one of a hundred.
 */
final class EdgeRound {

    /** Edges looked at in a second of the packets' time. */
    private static final int SHARE = 256;

    private final List<Edge> edges = new ArrayList<>(); // as many as the baseline keeps
    private int next;
    private int left;

    /** A second has gone by. */
    void begin(Moment now) {
        left = SHARE;
        if (next >= edges.size()) {
            edges.clear();
            edges.addAll(now.baseline().edges());
            next = 0;
        }
    }

    /** The next edge to look at in this second, or null. */
    @Nullable
    Edge next() {
        while (left-- > 0 && next < edges.size()) {
            Edge edge = edges.get(next++);
            if (edge.known() && Families.isIndustrial(edge.protocol()) && edge.last() > 0) {
                return edge;
            }
        }
        return null;
    }
}
