// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Sink;

/** User name and password in the clear (RFC 7617): {@code Basic} and Base64 of {@code user:password}. Told when new. */
final class Credentials {

    private static final byte[] SCHEME = {'b', 'a', 's', 'i', 'c', ' '};

    /** Longer credentials are not read. */
    private static final int LONGEST = 512;

    private long last;

    void read(Cursor in, Sink out) {
        for (int i = 0; i < SCHEME.length; i++) {
            if ((in.peek(i) | 0x20) != SCHEME[i]) {
                return;
            }
        }
        in.skip(SCHEME.length);
        if (in.left() > LONGEST || !isNew(in)) {
            return;
        }
        byte[] plain = new byte[in.left()];
        int length = decode(in, plain);
        int colon = 0;
        while (colon < length && plain[colon] != ':') {
            colon++;
        }
        if (colon == length) {
            out.violation("malformed_credentials", length);
            return;
        }
        Cursor decoded = new Cursor().wrap(plain, 0, length);
        String user = out.text(decoded, colon);
        decoded.skip(1);
        out.login(out.server(""), user, out.hashed(decoded, decoded.left()), Outcome.OPEN);
    }

    /** The same credentials come with every request: only a change is news. */
    private boolean isNew(Cursor in) {
        long sum = in.left() + 1L;
        for (int i = 0; i < in.left(); i++) {
            sum = sum * 0x100_0000_01b3L ^ in.peek(i);
        }
        boolean changed = sum != last;
        last = sum;
        return changed;
    }

    private static int decode(Cursor in, byte[] plain) {
        int bits = 0;
        int held = 0;
        int length = 0;
        while (in.left() > 0) {
            int value = value(in.u8());
            if (value < 0) {
                return length;
            }
            bits = bits << 6 | value;
            held += 6;
            if (held >= 8) {
                held -= 8;
                plain[length++] = (byte) (bits >> held);
            }
        }
        return length;
    }

    private static int value(int letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return letter - 'A';
        }
        if (letter >= 'a' && letter <= 'z') {
            return letter - 'a' + 26;
        }
        if (letter >= '0' && letter <= '9') {
            return letter - '0' + 52;
        }
        return letter == '+' ? 62 : letter == '/' ? 63 : -1;
    }
}
