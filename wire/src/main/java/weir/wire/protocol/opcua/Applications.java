// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.tls.Certificate;

/**
 * Who an application is and how it may be reached (OPC 10000-4, 7.2, 7.14 and 7.42).
 *
 * <pre>
 * ApplicationDescription  URI | product URI | name LocalizedText | type u32 | gateway | profile | [] discovery URL
 * EndpointDescription     URL | ApplicationDescription | certificate | mode u32 | policy | [] UserTokenPolicy
 *                         | profile | level u8
 * UserTokenPolicy         id | type u32 | issued type | issuer | policy
 * </pre>
 */
final class Applications {

    private static final String[] MODES = {"invalid", "none", "sign", "sign_and_encrypt"};

    /** Who may come in, the weakest way, by mode and by type of token. */
    private static final String[][] PROTECTION = {
        {"", "", "", ""},
        {"none, anonymous", "none, user_name", "none, certificate", "none, issued_token"},
        {"sign, anonymous", "sign, user_name", "sign, certificate", "sign, issued_token"},
        {
            "sign_and_encrypt, anonymous",
            "sign_and_encrypt, user_name",
            "sign_and_encrypt, certificate",
            "sign_and_encrypt, issued_token"
        }
    };

    private static final int TOKENS = 4;

    private final Builtin builtin;
    private final Cursor octets = new Cursor();
    private final Certificate certificate = new Certificate();

    // of the application last read
    String uri = "";
    String product = "";
    String name = "";
    String url = "";

    Applications(Builtin builtin) {
        this.builtin = builtin;
    }

    static String mode(long number) {
        return number < MODES.length ? MODES[(int) number] : MODES[0];
    }

    /** Tells of the certificate that stands here, behind its length. */
    void certificate(Cursor in, Subject of, String source, Sink out) {
        certificate(in, of, source, "", out);
    }

    /** As above, unless it was shown before; gives the one last shown. */
    private String certificate(Cursor in, Subject of, String source, String before, Sink out) {
        Builtin.octets(in, octets);
        if (!in.ok() || octets.left() == 0) {
            return before;
        }
        String text = certificate.read(octets, out);
        if (text.isEmpty()) {
            out.violation("malformed_certificate", 0);
        } else if (!text.equals(before)) {
            out.identity(of, Attribute.CERTIFICATE, text, source, 5);
        }
        return text;
    }

    /** Whose the certificate is that stands here, behind its length. */
    String subject(Cursor in, Sink out) {
        Builtin.octets(in, octets);
        return in.ok() && octets.left() > 0 ? certificate.read(octets, out) : "";
    }

    /** Reads a description. */
    void read(Cursor in, Sink out) {
        uri = builtin.text(in, out);
        product = builtin.text(in, out);
        name = builtin.localizedText(in, out);
        in.skip(4);
        Builtin.skipText(in);
        Builtin.skipText(in);
        url = "";
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            String next = builtin.text(in, out);
            url = url.isEmpty() ? next : url;
        }
        if (in.ok() && !uri.isEmpty()) {
            out.fact(OpcUa.NAME, "appuri", uri);
        }
    }

    /** Tells of the application last read. */
    void tell(Subject of, String source, int confidence, Sink out) {
        out.identity(of, Attribute.NAME, name, source, confidence);
        out.identity(of, Attribute.SOFTWARE, product, source, confidence);
        out.identity(of, Attribute.DESCRIPTION, uri, source, confidence);
    }

    /** Reads the endpoints of a server, and tells who it is and the weakest way in. */
    void endpoints(Cursor in, Subject of, String source, Sink out) {
        int weakestMode = MODES.length;
        int weakestToken = TOKENS;
        String shown = "";
        int count = Builtin.count(in);
        for (int i = 0; i < count && in.ok(); i++) {
            Builtin.skipText(in);
            read(in, out);
            if (in.ok() && i == 0) {
                tell(of, source, 5, out);
            }
            shown = certificate(in, of, source, shown, out);
            int mode = (int) Math.min(in.u32le(), MODES.length);
            policy(in, out);
            int token = tokens(in, out);
            Builtin.skipText(in);
            in.skip(1);
            if (mode > 0 && mode < weakestMode || mode == weakestMode && token < weakestToken) {
                weakestMode = mode;
                weakestToken = token;
            }
        }
        if (in.ok() && weakestMode < MODES.length && weakestToken < TOKENS) {
            out.identity(of, Attribute.PROTECTION, PROTECTION[weakestMode][weakestToken], source, 5);
        }
    }

    /** The weakest type of token of those that stand here. */
    private int tokens(Cursor in, Sink out) {
        int weakest = TOKENS;
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            Builtin.skipText(in);
            weakest = (int) Math.min(weakest, in.u32le());
            Builtin.skipText(in);
            Builtin.skipText(in);
            policy(in, out);
        }
        return weakest;
    }

    private void policy(Cursor in, Sink out) {
        if (!out.counting()) {
            Builtin.skipText(in);
            return;
        }
        String policy = builtin.text(in, out);
        if (in.ok() && !policy.isEmpty()) {
            out.fact(OpcUa.NAME, "secpolicy", policy);
        }
    }
}
