// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Phrase;
import weir.wire.Sink;

/** The security types of RFB (RFC 6143, 7.1.2, and their registry). */
final class VncSecurity {

    static final int NONE = 1;
    /** A challenge is encrypted with the password. */
    static final int CHALLENGE = 2;

    private static final Numbered OTHER = new Numbered("type ");

    private VncSecurity() {}

    static String word(long type) {
        return switch ((int) type) {
            case 0 -> "invalid";
            case NONE -> "none";
            case CHALLENGE -> "vnc_authentication";
            case 5 -> "ra2";
            case 6 -> "ra2ne";
            case 16 -> "tight";
            case 17 -> "ultra";
            case 18 -> "tls";
            case 19 -> "vencrypt";
            case 20 -> "sasl";
            case 21 -> "md5";
            case 22 -> "xvp";
            case 30 -> "apple_remote_desktop";
            case 35 -> "apple_kerberos";
            case 129 -> "unix_login";
            default -> OTHER.of(type);
        };
    }

    /** The words of so many octets, joined by commas. */
    static String words(Cursor in, int count, Phrase phrase, Sink out) {
        phrase.begin();
        for (int i = 0; i < count && in.left() > 0; i++) {
            phrase.add(i == 0 ? "" : ", ").add(word(in.u8()));
        }
        return phrase.take(out);
    }
}
