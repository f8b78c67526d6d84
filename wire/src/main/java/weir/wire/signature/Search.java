// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

import java.util.List;

/** Looks for the body of a signature: where one of its texts stands several times, each place is tried. */
final class Search {

    /** Octets looked at for one body, those that are looked at again too. */
    private static final int MOST_OCTETS = 1_000_000;

    private byte[] data = new byte[0];
    private int from;
    private int to;
    private int looked;
    private final Expression.Allowance allowance = new Expression.Allowance();

    boolean finds(List<PayloadTest> body, byte[] octets, int begin, int end) {
        data = octets;
        from = begin;
        to = end;
        looked = 0;
        allowance.renew();
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
            return next(content, begin, end) < 0 && looked <= MOST_OCTETS && rest(body, index + 1, last);
        }
        for (int at = next(content, begin, end); at >= 0; at = next(content, at + 1, end)) {
            if (rest(body, index + 1, at + content.length() - from)) {
                return true;
            }
        }
        return false;
    }

    /** Where a text stands next, or -1; -1 too when it was looked for enough. */
    private int next(Content content, int begin, int end) {
        if (looked > MOST_OCTETS) {
            return -1;
        }
        int at = content.find(data, begin, end);
        looked += 1 + Math.max(0, (at < 0 ? end : at) - begin);
        return at;
    }

    private boolean expression(Expression expression, List<PayloadTest> body, int index, int last) {
        int begin = expression.relative() ? Math.min(last, to - from) : 0;
        int end = expression.find(data, from, to, begin, allowance);
        if (end == Expression.GIVEN_UP) {
            looked = MOST_OCTETS + 1; // for good: nothing is tried anew
            return false;
        }
        if (expression.negated()) {
            return end < 0 && rest(body, index + 1, last);
        }
        return end >= 0 && rest(body, index + 1, end);
    }
}
