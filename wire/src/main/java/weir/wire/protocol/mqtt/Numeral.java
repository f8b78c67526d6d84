// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import weir.model.Reading;
import weir.wire.Cursor;

/** A number written in decimal digits, as JSON writes them (RFC 8259, 6). */
final class Numeral {

    private static final int LONGEST = 40;

    private boolean negative;
    private boolean whole;
    private long digits;
    private int scale;

    /** Whether the next octets, all of them, are a number. */
    boolean parse(Cursor in, int length) {
        negative = length > 0 && in.peek(0) == '-';
        whole = true;
        digits = 0;
        scale = 0;
        int at = negative ? 1 : 0;
        int after = digits(in, at, length, false);
        if (after == at || length > LONGEST) {
            return false;
        }
        if (after < length && in.peek(after) == '.') {
            whole = false;
            int fraction = digits(in, after + 1, length, true);
            if (fraction == after + 1) {
                return false;
            }
            after = fraction;
        }
        return after == length || exponent(in, after, length);
    }

    /** Reads digits; gives where they end. Those that are too many change the scale alone. */
    private int digits(Cursor in, int from, int length, boolean fraction) {
        int at = from;
        while (at < length && in.peek(at) >= '0' && in.peek(at) <= '9') {
            boolean kept = digits < 100_000_000_000_000_000L;
            digits = kept ? digits * 10 + in.peek(at) - '0' : digits;
            scale += kept ? fraction ? -1 : 0 : fraction ? 0 : 1;
            at++;
        }
        return at;
    }

    private boolean exponent(Cursor in, int from, int length) {
        if ((in.peek(from) | 0x20) != 'e') {
            return false;
        }
        whole = false;
        int sign = from + 1 < length ? in.peek(from + 1) : -1;
        int at = sign == '-' || sign == '+' ? from + 2 : from + 1;
        int exponent = 0;
        if (at == length || length - at > 3) {
            return false;
        }
        for (; at < length; at++) {
            int digit = in.peek(at) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            exponent = exponent * 10 + digit;
        }
        scale += sign == '-' ? -exponent : exponent;
        return true;
    }

    /** Puts the number that was parsed. */
    void put(Reading reading) {
        if (whole && scale == 0) {
            reading.integer(negative ? -digits : digits);
            return;
        }
        double value = digits;
        value = scale < 0 ? value / power(-scale) : value * power(scale);
        reading.number(negative ? -value : value);
    }

    private static double power(int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
