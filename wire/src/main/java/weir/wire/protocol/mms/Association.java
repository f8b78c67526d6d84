// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import java.util.Arrays;
import weir.model.Outcome;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * How the association is opened and closed (X.227 clause 9, ACSE); the first and the answer to it carry MMS's initiate.
 *
 * <pre>
 * 60 ask     { a2 { called title } | 8b mechanism | ac { 80 password } | be { 28 { ... | a0 initiate } } }
 * 61 answer  { a2 { 02 result } | a3 { a1 { 02 diagnostic } } | be { 28 { ... | a0 initiate } } }
 * 62 release, 63 its answer, 64 abort { 80 source }
 * </pre>
 */
final class Association {

    static final int ASK = 0x60;
    static final int ANSWER = 0x61;
    static final int RELEASE = 0x62;
    static final int RELEASED = 0x63;
    static final int ABORT = 0x64;

    private static final int USER_INFORMATION = 0xbe;
    private static final int EXTERNAL = 0x28;
    private static final int ONE_VALUE = 0xa0;
    private static final int CALLED_TITLE = 0xa2;
    private static final int RESULT = 0xa2;
    private static final int DIAGNOSTIC = 0xa3;
    private static final int AUTHENTICATION = 0xac;
    private static final int PASSWORD = 0x80;
    /** Longer titles are cut. */
    private static final int LONGEST_TITLE = 32;

    private final Ber ber = new Ber();
    private final Cursor part = new Cursor();

    private byte[] spelt = new byte[0];
    private String speltTitle = "";
    private String title = "";
    private String secret = "";
    private int refusal;

    /** Title of the application that is called ("1.1.999.1"), or "". */
    String title() {
        return title;
    }

    /** Reads a request and leaves {@code user} on what it carries for MMS. */
    void ask(Cursor in, Cursor user, Sink out) {
        title = "";
        secret = "";
        user.wrap(in.bytes(), in.offset(), 0);
        while (in.left() > 0 && ber.next(in)) {
            in.slice(ber.length(), part);
            switch (ber.identifier()) {
                case CALLED_TITLE -> readTitle();
                case AUTHENTICATION -> password(out);
                case USER_INFORMATION -> user(user);
                default -> {}
            }
        }
        if (!secret.isEmpty() && in.ok()) {
            out.login(out.server(""), "", secret, Outcome.OPEN);
        }
    }

    /** Reads an answer and leaves {@code user} on what it carries for MMS; {@link #refusal} is then known. */
    void answer(Cursor in, Cursor user, Sink out) {
        refusal = 0;
        long result = 0;
        long why = 0;
        user.wrap(in.bytes(), in.offset(), 0);
        while (in.left() > 0 && ber.next(in)) {
            in.slice(ber.length(), part);
            switch (ber.identifier()) {
                case RESULT -> result = ber.integer(part, Ber.INTEGER);
                case DIAGNOSTIC -> why = ber.next(part) ? ber.integer(part, Ber.INTEGER) : 0;
                case USER_INFORMATION -> user(user);
                default -> {}
            }
        }
        if (!in.ok()) {
            return;
        }
        refusal = result == 0 ? 0 : Errors.number(Errors.ASSOCIATION, why);
        if (!secret.isEmpty()) {
            out.login(out.server(""), "", secret, outcome());
            secret = "";
        }
    }

    private Outcome outcome() {
        return refusal == 0 ? Outcome.DONE : new Outcome(Outcome.Kind.REFUSED, refusal, Errors.label(refusal));
    }

    /** Why the answer last read refuses; 0 where it does not. */
    int refusal() {
        return refusal;
    }

    private void user(Cursor user) {
        if (!ber.next(part, EXTERNAL)) {
            return;
        }
        while (part.left() > 0 && ber.next(part)) {
            if (ber.identifier() == ONE_VALUE) {
                part.slice(ber.length(), user);
                return;
            }
            part.skip(ber.length());
        }
    }

    private void password(Sink out) {
        if (ber.next(part) && ber.identifier() == PASSWORD) {
            secret = out.hashed(part, ber.length());
        }
    }

    /** An object identifier, spelt once as long as it stays the same. */
    private void readTitle() {
        if (!ber.next(part, Ber.OBJECT_IDENTIFIER) || ber.length() == 0 || ber.length() > LONGEST_TITLE) {
            return;
        }
        int from = part.offset();
        int to = from + ber.length();
        if (!Arrays.equals(part.bytes(), from, to, spelt, 0, spelt.length)) {
            spelt = Arrays.copyOfRange(part.bytes(), from, to);
            speltTitle = spell(spelt);
        }
        title = speltTitle;
    }

    /** X.690 clause 8.19: seven bits an octet; the first number is 40 times the first arc and the second. */
    private static String spell(byte[] octets) {
        StringBuilder text = new StringBuilder();
        long arc = 0;
        for (byte octet : octets) {
            arc = arc << 7 | octet & 0x7f;
            if (octet >= 0) {
                if (text.isEmpty()) {
                    long top = Math.min(arc / 40, 2);
                    text.append(top).append('.').append(arc - 40 * top);
                } else {
                    text.append('.').append(arc);
                }
                arc = 0;
            }
        }
        return text.toString();
    }
}
