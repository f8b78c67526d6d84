// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.coap;

import weir.model.PointValue;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/** A payload of plain text, if it is short: a number where it reads as one, with decimal point and sign. */
final class PlainText {

    private static final int LONGEST = 64;
    /** Digits that fit a double exactly. */
    private static final int DIGITS = 15;

    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private long mantissa;
    private int decimals;

    /** @param format the content format: 0 plain text, -1 not told */
    void tell(Cursor in, long format, Subject owner, String path, PointValue.Origin origin, Sink out) {
        int length = in.left();
        if (!out.wantsPoints() || format > 0 || length == 0 || length > LONGEST || path.isEmpty() || !isPlain(in)) {
            return;
        }
        if (isNumber(in)) {
            if (decimals == 0) {
                out.reading().integer(mantissa);
            } else {
                out.reading().number(mantissa / TENS[decimals]);
            }
        } else {
            out.reading().text(out.text(in, length));
        }
        out.point(owner, "resource", -1, path, "text", origin);
    }

    private static boolean isPlain(Cursor in) {
        for (int i = 0; i < in.left(); i++) {
            int octet = in.peek(i);
            if (octet < 0x20 || octet > 0x7e) {
                return false;
            }
        }
        return true;
    }

    private boolean isNumber(Cursor in) {
        int at = in.peek(0) == '-' || in.peek(0) == '+' ? 1 : 0;
        int digits = 0;
        boolean point = false;
        mantissa = 0;
        decimals = 0;
        for (; at < in.left(); at++) {
            int octet = in.peek(at);
            if (octet == '.' && !point) {
                point = true;
            } else if (octet >= '0' && octet <= '9' && digits < DIGITS) {
                mantissa = mantissa * 10 + octet - '0';
                digits++;
                decimals += point ? 1 : 0;
            } else {
                return false;
            }
        }
        mantissa = in.peek(0) == '-' ? -mantissa : mantissa;
        return digits > 0;
    }
}
