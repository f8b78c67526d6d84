// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.kerberos;

import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Phrase;
import weir.wire.Sink;

/** Names in messages of Kerberos (RFC 4120, 5.2.2 and 5.2.5). */
final class Principals {

    private static final int GENERAL_STRING = 0x1b;
    private static final int NETBIOS = 20;

    private final Ber ber = new Ber();
    private final Cursor fields = new Cursor();
    private final Cursor parts = new Cursor();
    private final Phrase phrase = new Phrase();

    /** A realm. */
    String text(Cursor in, Sink out) {
        return ber.next(in, GENERAL_STRING) ? out.text(in, ber.length()) : "";
    }

    /** {@code SEQUENCE { [0] kind, [1] SEQUENCE OF text }}: the texts with a slash between them. */
    String principal(Cursor in, Sink out) {
        phrase.begin();
        if (!ber.enter(in, Ber.SEQUENCE, fields)) {
            return "";
        }
        ber.next(fields, 0xa0);
        fields.skip(ber.length());
        ber.next(fields, 0xa1);
        ber.enter(fields, Ber.SEQUENCE, parts);
        while (parts.left() > 0 && ber.next(parts, GENERAL_STRING)) {
            phrase.add(phrase.isEmpty() ? "" : "/").add(parts, ber.length());
        }
        if (!fields.ok() || !parts.ok()) {
            in.fail();
        }
        return phrase.take(out);
    }

    /** {@code SEQUENCE OF SEQUENCE { [0] kind, [1] octets }}: the NetBIOS name, if there is one. */
    String computer(Cursor in, Sink out) {
        String name = "";
        ber.enter(in, Ber.SEQUENCE, fields);
        while (fields.left() > 0 && ber.enter(fields, Ber.SEQUENCE, parts)) {
            ber.next(parts, 0xa0);
            long kind = ber.integer(parts, Ber.INTEGER);
            ber.next(parts, 0xa1);
            ber.next(parts, Ber.OCTET_STRING);
            if (parts.ok() && kind == NETBIOS && ber.length() > 1) {
                name = out.text(parts, ber.length() - 1);
            }
        }
        if (!fields.ok() || !parts.ok()) {
            in.fail();
        }
        return name;
    }
}
