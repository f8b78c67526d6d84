// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of samples or of time.
 *
 * @param from its first
 * @param to the one behind its last
 */
record Span(long from, long to) {

    long length() {
        return to - from;
    }

    /** How much of it the other covers. */
    long overlap(Span other) {
        return Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
    }

    /** The runs of samples that are marked. */
    static List<Span> of(boolean[] marked) {
        return merged(marked, 0);
    }

    /** The runs of marked samples; those with at most so many unmarked between them are one. */
    static List<Span> merged(boolean[] marked, int gap) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < marked.length; i++) {
            if (!marked[i]) {
                continue;
            }
            if (!spans.isEmpty() && i - spans.getLast().to <= gap) {
                spans.set(spans.size() - 1, new Span(spans.getLast().from, i + 1));
            } else {
                spans.add(new Span(i, i + 1));
            }
        }
        return spans;
    }
}
