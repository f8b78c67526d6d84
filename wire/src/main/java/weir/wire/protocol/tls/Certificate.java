// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Whose a certificate is, who says so, and how long (RFC 5280, 4.1).
 *
 * <pre>
 * Certificate  SEQUENCE { TBSCertificate SEQUENCE {
 *                [0] version, INTEGER serial, SEQUENCE algorithm, SEQUENCE issuer,
 *                SEQUENCE validity { time, time }, SEQUENCE subject, ... } ... }
 * Name         SEQUENCE of SET of SEQUENCE { OBJECT IDENTIFIER, string }
 * </pre>
 *
 * Written as {@code CN=plc7, O=Plant; issuer CN=Plant CA, O=Plant; 2019-01-01 to 2029-01-01}.
 */
public final class Certificate {

    private static final int LONGEST = 512;
    private static final int LONGEST_NAME = 80;
    private static final int MOST_PARTS = 32;
    /** 2.5.4.3 common name and 2.5.4.10 organisation, as bytes 55 04 xx. */
    private static final int ATTRIBUTE_TYPE = 0x5504;

    private static final int COMMON_NAME = 3;
    private static final int ORGANISATION = 10;

    private final Cursor certificate = new Cursor();
    private final Cursor fields = new Cursor();
    private final Cursor skipped = new Cursor();
    private final Cursor issuer = new Cursor();
    private final Cursor validity = new Cursor();
    private final Cursor subject = new Cursor();
    private final Cursor names = new Cursor();
    private final Cursor set = new Cursor();
    private final Cursor pair = new Cursor();
    private final Cursor type = new Cursor();
    private final Cursor value = new Cursor();
    private final byte[] text = new byte[LONGEST];
    private int length;

    /** The text of the certificate; empty where it is none. */
    public String read(Cursor in, Sink out) {
        Der.enter(in, Der.SEQUENCE, certificate);
        Der.enter(certificate, Der.SEQUENCE, fields);
        if (fields.peek(0) == Der.CONTEXT_0) {
            Der.enter(fields, skipped);
        }
        Der.enter(fields, Der.INTEGER, skipped);
        Der.enter(fields, Der.SEQUENCE, skipped);
        Der.enter(fields, Der.SEQUENCE, issuer);
        Der.enter(fields, Der.SEQUENCE, validity);
        Der.enter(fields, Der.SEQUENCE, subject);
        if (!in.ok() || !certificate.ok() || !fields.ok()) {
            return "";
        }
        length = 0;
        name(subject);
        put("; issuer ");
        name(issuer);
        put("; ");
        date();
        put(" to ");
        date();
        return out.text(names.wrap(text, 0, length), length);
    }

    private void name(Cursor in) {
        int before = length;
        part(in, COMMON_NAME, "CN=", before);
        part(in, ORGANISATION, "O=", before);
        if (length == before) {
            put("unnamed");
        }
    }

    private void part(Cursor in, int wanted, String label, int before) {
        names.wrap(in.bytes(), in.offset(), in.left());
        for (int i = 0; i < MOST_PARTS && names.left() > 0; i++) {
            Der.enter(names, Der.SET, set);
            Der.enter(set, Der.SEQUENCE, pair);
            Der.enter(pair, Der.OBJECT_IDENTIFIER, type);
            int encoding = Der.enter(pair, value);
            if (!pair.ok() || type.left() != 3 || type.u16() != ATTRIBUTE_TYPE || type.u8() != wanted) {
                continue;
            }
            put(length > before ? ", " : "");
            put(label);
            value(encoding == BMP_STRING);
            return;
        }
    }

    /** Two octets a character: the lower ones are kept. */
    private static final int BMP_STRING = 0x1e;

    private void value(boolean wide) {
        for (int i = 0; i < LONGEST_NAME && value.left() > 0; i++) {
            value.skip(wide ? 1 : 0);
            int octet = value.u8();
            if (length < LONGEST) {
                text[length++] = (byte) (octet == 0 ? '.' : octet);
            }
        }
    }

    /** YYMMDD... or YYYYMMDD...; years below 50 are of this century (RFC 5280, 4.1.2.5). */
    private void date() {
        int tag = Der.enter(validity, value);
        boolean known = tag == Der.UTC_TIME || tag == Der.GENERALIZED_TIME;
        if (!known || value.left() < 8) {
            put("unknown");
            return;
        }
        if (tag == Der.UTC_TIME) {
            put(value.peek(0) < '5' ? "20" : "19");
        } else {
            digits();
        }
        digits();
        put("-");
        digits();
        put("-");
        digits();
    }

    private void digits() {
        for (int i = 0; i < 2; i++) {
            int digit = value.u8();
            if (length < LONGEST) {
                text[length++] = (byte) (digit >= '0' && digit <= '9' ? digit : '?');
            }
        }
    }

    private void put(String constant) {
        for (int i = 0; i < constant.length() && length < LONGEST; i++) {
            text[length++] = (byte) constant.charAt(i);
        }
    }
}
