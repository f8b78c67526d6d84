// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.kerberos;

import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Phrase;
import weir.wire.Sink;

/** Names of encryption types (RFC 3961, RFC 3962, RFC 4757, RFC 8009). */
final class Encryptions {

    private static final Numbered OTHER = new Numbered("etype_");

    private final Ber ber = new Ber();
    private final Cursor list = new Cursor();
    private final Phrase phrase = new Phrase();

    /** {@code SEQUENCE OF INTEGER}: their names, the preferred first. Those below 0 are private and left out. */
    String offered(Cursor in, Sink out) {
        phrase.begin();
        ber.enter(in, Ber.SEQUENCE, list);
        while (list.left() > 0 && list.ok()) {
            long type = ber.integer(list, Ber.INTEGER);
            if (type >= 0) {
                phrase.add(phrase.isEmpty() ? "" : ",").add(name(type));
            }
        }
        if (!list.ok()) {
            in.fail();
        }
        return phrase.take(out);
    }

    /** {@code SEQUENCE { [0] type, ...}}: what something is encrypted with. */
    String used(Cursor in) {
        ber.enter(in, Ber.SEQUENCE, list);
        ber.next(list, 0xa0);
        long type = ber.integer(list, Ber.INTEGER);
        if (!list.ok()) {
            in.fail();
        }
        return name(type);
    }

    private static String name(long type) {
        return switch ((int) type) {
            case 1 -> "des_cbc_crc";
            case 2 -> "des_cbc_md4";
            case 3 -> "des_cbc_md5";
            case 16 -> "des3_cbc_sha1";
            case 17 -> "aes128_sha1";
            case 18 -> "aes256_sha1";
            case 19 -> "aes128_sha256";
            case 20 -> "aes256_sha384";
            case 23 -> "rc4_hmac";
            case 24 -> "rc4_hmac_exp";
            case 25 -> "camellia128";
            case 26 -> "camellia256";
            default -> OTHER.of(type);
        };
    }
}
