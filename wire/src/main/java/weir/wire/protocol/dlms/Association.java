// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dlms;

import weir.model.Attribute;
import weir.model.Outcome;
import weir.model.Subject;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * Opening of an association, by ACSE (IEC 62056-5-3 clause 9.3; X.690).
 *
 * <pre>
 * 60 asked     a1 context | a6 title of the client | 8a | 8b mechanism | ac secret | be initiate request
 * 61 answered  a1 context | a2 result | a3 reason | a4 title of the meter | 88 | 89 mechanism | aa secret | be
 * last octet of context: 1 names, 2 short names, 3 and 4 the same ciphered
 * last octet of mechanism: 0 none, 1 password, 2 to 7 by challenge: MD5, SHA-1, GMAC, ...
 * </pre>
 */
final class Association {

    private static final int PASSWORD = 1;
    private static final int AUTHENTICATION_REQUIRED = 14;
    private static final int TITLE = 8;
    private static final int LIKELY = 4;
    private static final Numbered DIAGNOSTIC = new Numbered("diagnostic ");

    private static final String[] MECHANISMS = {
        "none",
        "password",
        "challenge",
        "challenge_md5",
        "challenge_sha1",
        "challenge_gmac",
        "challenge_sha256",
        "challenge_ecdsa"
    };

    private static final String[] REASONS = {
        "",
        "no_reason_given",
        "application_context_not_supported",
        "calling_title_not_recognized",
        "",
        "",
        "",
        "called_title_not_recognized",
        "",
        "",
        "",
        "mechanism_not_recognised",
        "mechanism_required",
        "authentication_failure",
        "authentication_required"
    };

    private final Ber ber = new Ber();
    private final Cursor body = new Cursor();
    private final Cursor field = new Cursor();
    private int mechanism;
    private boolean ciphered;
    private int result;
    private int reason;
    private String secret = "";
    private String maker = "";

    /** Reads either; false where it is malformed. The cursor stands at the tag. */
    boolean read(Cursor in, Sink out) {
        mechanism = 0;
        ciphered = false;
        result = 0;
        reason = 0;
        secret = "";
        maker = "";
        int tag = in.peek(0);
        if (!ber.enter(in, tag, body)) {
            return false;
        }
        while (body.left() > 0) {
            if (!ber.next(body)) {
                return false;
            }
            int kind = ber.identifier();
            body.slice(ber.length(), field);
            if (!body.ok()) {
                return false;
            }
            take(kind, tag == 0x60, out);
        }
        return body.ok();
    }

    private void take(int kind, boolean asked, Sink out) {
        switch (kind) {
            case 0xa1 -> ciphered = last() == 3 || last() == 4;
            case 0xa2 -> result = asked ? 0 : last();
            case 0xa3 -> reason = asked ? 0 : last();
            case 0xa4 -> title(asked, out);
            case 0x8b -> mechanism = asked ? last() : mechanism;
            case 0x89 -> mechanism = asked ? mechanism : last();
            case 0xac -> password(out);
            default -> {}
        }
    }

    private int last() {
        return Math.max(0, field.peek(field.left() - 1));
    }

    /** Eight octets, of which three letters are the manufacturer. */
    private void title(boolean asked, Sink out) {
        if (!asked && field.left() == TITLE + 2) {
            field.skip(2);
            for (int i = 0; i < 3; i++) {
                if (field.peek(i) < 'A' || field.peek(i) > 'Z') {
                    return;
                }
            }
            maker = out.text(field, 3);
        }
    }

    /** 80 | length | octets: a password is one only with its own mechanism, which stands before it. */
    private void password(Sink out) {
        if (mechanism == PASSWORD && field.left() > 2) {
            field.skip(2);
            secret = out.hashed(field, field.left());
        }
    }

    void asked(Subject device, Sink out) {
        if (mechanism > 0) {
            out.login(device, "", secret, Outcome.OPEN);
        }
    }

    void answered(Subject device, boolean login, Sink out) {
        if (login) {
            out.login(device, "", "", outcome());
        }
        out.identity(device, Attribute.VENDOR, maker, "AARE", LIKELY);
    }

    /** Whoever is accepted by challenge has to prove still who it is. */
    private Outcome outcome() {
        if (result != 0) {
            return new Outcome(Outcome.Kind.REFUSED, reason, word());
        }
        return reason == AUTHENTICATION_REQUIRED ? Outcome.OPEN : Outcome.DONE;
    }

    boolean isAccepted() {
        return result == 0;
    }

    boolean hasLogin() {
        return mechanism > 0;
    }

    int reason() {
        return reason;
    }

    String word() {
        String word = reason < REASONS.length ? REASONS[reason] : "";
        return word.isEmpty() ? DIAGNOSTIC.of(reason) : word;
    }

    /** How the client proves who it is, and whether what follows is encrypted. */
    String qualifier() {
        if (ciphered && mechanism == 0) {
            return "ciphered";
        }
        return mechanism < MECHANISMS.length ? MECHANISMS[mechanism] : "";
    }
}
