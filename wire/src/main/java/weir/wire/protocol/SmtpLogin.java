// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * User name and password in the clear, as AUTH of SMTP has them (RFC 4954): {@code PLAIN} has {@code \0user\0password} at
 * once, {@code LOGIN} one after the other; all of it in Base64. Other mechanisms are not read.
 */
final class SmtpLogin {

    private static final int LONGEST = 512;

    private enum Wanted {
        NOTHING,
        BOTH,
        USER,
        SECRET,
        /** Of a mechanism that shows neither. */
        OPAQUE
    }

    private final byte[] plain = new byte[LONGEST];
    private final Cursor decoded = new Cursor();
    private Wanted wanted = Wanted.NOTHING;
    private boolean asked;
    private String user = "";
    private String secret = "";

    /** What is left of a line that begins with AUTH. */
    void begin(Cursor in, Sink out) {
        user = "";
        secret = "";
        asked = false;
        int word = Lines.wordLength(in, 0);
        boolean isPlain = Lines.word(in, 0) == Lines.word("PLAIN");
        wanted = isPlain ? Wanted.BOTH : Lines.word(in, 0) == Lines.word("LOGIN") ? Wanted.USER : Wanted.OPAQUE;
        in.skip(word);
        if (in.peek(0) == ' ') {
            in.skip(1);
            take(in, out);
        }
    }

    /** The server asks for more. */
    void goOn() {
        asked = wanted != Wanted.NOTHING;
    }

    /** Whether the next line of the client is no command. */
    boolean isAsked() {
        return asked;
    }

    void answer(Cursor in, Sink out) {
        asked = false;
        take(in, out);
    }

    void end(Outcome outcome, Sink out) {
        if (wanted != Wanted.NOTHING) {
            out.login(out.server(""), user, secret, outcome);
        }
        forget();
    }

    void forget() {
        wanted = Wanted.NOTHING;
        asked = false;
    }

    private void take(Cursor in, Sink out) {
        int length = Lines.textLength(in);
        if (length == 0 || length > LONGEST || wanted == Wanted.OPAQUE) {
            return;
        }
        decoded.wrap(plain, 0, decode(in, length));
        if (wanted == Wanted.BOTH) {
            decoded.skip(upToNull() + 1);
            user = out.text(decoded, upToNull());
            decoded.skip(1);
            secret = out.hashed(decoded, decoded.left());
        } else if (wanted == Wanted.USER) {
            user = out.text(decoded, decoded.left());
            wanted = Wanted.SECRET;
        } else {
            secret = out.hashed(decoded, decoded.left());
        }
    }

    private int upToNull() {
        int length = 0;
        while (decoded.peek(length) > 0) {
            length++;
        }
        return length;
    }

    /** RFC 4648, 4: six bits a character. Ends at the first that has none. */
    private int decode(Cursor in, int length) {
        int bits = 0;
        int have = 0;
        int made = 0;
        for (int i = 0; i < length; i++) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".indexOf(in.peek(i));
            if (value < 0) {
                break;
            }
            bits = bits << 6 | value;
            have += 6;
            if (have >= 8) {
                have -= 8;
                plain[made++] = (byte) (bits >> have);
            }
        }
        return made;
    }
}
