// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

import java.util.List;

/** Looks for the body of a signature: where one of its texts stands several times, each place is tried. */
final class Search {

    /** Places tried in one payload. */
    private static final int MOST_STEPS = 5_000;

    private byte[] data = new byte[0];
    private int from;
    private int to;
    private int steps;

    boolean finds(List<PayloadTest> body, byte[] octets, int begin, int end) {
        data = octets;
        from = begin;
        to = end;
        steps = 0;
        return rest(body, 0, 0);
    }

    /** @param last end of what was found before, counted from the beginning of the payload */
    private boolean rest(List<PayloadTest> body, int index, int last) {
        if (index == body.size()) {
            return true;
        }
        return switch (body.get(index)) {
            case Content content -> content(content, body, index, last);
            case Expression expression -> expression(expression, body, index, last);
            case NumberTest number -> number.holds(data, from, to, last) && rest(body, index + 1, last);
            case DataAt data -> data.holds(to - from, last) && rest(body, index + 1, last);
        };
    }

    private boolean content(Content content, List<PayloadTest> body, int index, int last) {
        long first = (long) from + content.offset() + (content.relative() ? last : 0);
        int begin = (int) Math.clamp(first, from, to);
        int end = content.depth() < 0 ? to : (int) Math.min(to, first + content.depth());
        if (content.negated()) {
            return content.find(data, begin, end) < 0 && rest(body, index + 1, last);
        }
        for (int at = content.find(data, begin, end); at >= 0; at = content.find(data, at + 1, end)) {
            if (++steps > MOST_STEPS) {
                return false;
            }
            if (rest(body, index + 1, at + content.length() - from)) {
                return true;
            }
        }
        return false;
    }

    private boolean expression(Expression expression, List<PayloadTest> body, int index, int last) {
        int begin = expression.relative() ? Math.min(last, to - from) : 0;
        int end = expression.find(data, from, to, begin);
        if (expression.negated()) {
            return end < 0 && rest(body, index + 1, last);
        }
        return end >= 0 && rest(body, index + 1, end);
    }
}
