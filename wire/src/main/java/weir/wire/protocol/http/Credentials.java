// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import java.nio.charset.StandardCharsets;
import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.gss.SecurityTokens;

/**
 * User name and password in the clear (RFC 7617): {@code Basic} and Base64 of {@code user:password}. Or a security token
 * (RFC 4559, MS-NTHT): {@code NTLM} or {@code Negotiate} and Base64 of it. Told when new.
 */
final class Credentials {

    private static final byte[] BASIC = {'b', 'a', 's', 'i', 'c', ' '};
    private static final byte[] NTLM = {'n', 't', 'l', 'm', ' '};
    private static final byte[] NEGOTIATE = {'n', 'e', 'g', 'o', 't', 'i', 'a', 't', 'e', ' '};

    /** Longer credentials are not read. */
    private static final int LONGEST = 512;

    private static final int LONGEST_TOKEN = 16 << 10;

    private final SecurityTokens tokens = new SecurityTokens();
    private long last;

    /** What a client sends. */
    void read(Cursor in, Sink out) {
        if (begins(in, BASIC)) {
            in.skip(BASIC.length);
            basic(in, out);
        } else if (token(in, out) && tokens.proves()) {
            out.login(out.server(""), tokens.user(), "", Outcome.OPEN);
        }
    }

    /** What a server sends; whether it holds a token. */
    boolean token(Cursor in, Sink out) {
        byte[] scheme = begins(in, NTLM) ? NTLM : NEGOTIATE;
        if (!begins(in, scheme)) {
            return false;
        }
        in.skip(scheme.length);
        if (in.left() > LONGEST_TOKEN || !isNew(in)) {
            return false;
        }
        byte[] plain = new byte[in.left()];
        tokens.token(new Cursor().wrap(plain, 0, decode(in, plain)), out);
        return true;
    }

    /** The name of the user in the clear; "" where none is. */
    static String user(Cursor in) {
        if (!begins(in, BASIC) || in.left() > LONGEST) {
            return "";
        }
        in.skip(BASIC.length);
        byte[] plain = new byte[in.left()];
        int length = decode(in, plain);
        int colon = 0;
        while (colon < length && plain[colon] != ':') {
            colon++;
        }
        return colon == length ? "" : new String(plain, 0, colon, StandardCharsets.ISO_8859_1);
    }

    private static boolean begins(Cursor in, byte[] scheme) {
        for (int i = 0; i < scheme.length; i++) {
            if ((in.peek(i) | 0x20) != scheme[i]) {
                return false;
            }
        }
        return true;
    }

    private void basic(Cursor in, Sink out) {
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
