// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import java.util.Locale;
import weir.wire.Cursor;
import weir.wire.Row;

/**
 * Whether a certificate is of a host (RFC 5280, 4.2.1.6; RFC 6125): by its alternative names, and by the common name of
 * its subject where it has none.
 *
 * <pre>
 * TBSCertificate  [0] version, serial, algorithm, issuer, validity, subject, key, [1], [2], [3] extensions
 * extension       SEQUENCE { OBJECT IDENTIFIER, critical, OCTET STRING { SEQUENCE of [2] name of a host } }
 * </pre>
 */
final class CertifiedHost {

    private static final int ALTERNATIVE_NAMES = 0x551d11;
    private static final int COMMON_NAME = 0x550403;
    private static final int HOST = 0x82;
    private static final int EXTENSIONS = 0xa3;
    private static final int OCTETS = 0x04;

    /** Elements of one sequence that are looked at. */
    private static final int MOST = 256;

    private final Cursor fields = new Cursor();
    private final Cursor subject = new Cursor();
    private final Cursor extensions = new Cursor();
    private final Cursor element = new Cursor();
    private final Cursor part = new Cursor();
    private final Cursor type = new Cursor();
    private boolean named;

    /** Whether the certificate, which is not moved, is of this host. */
    boolean is(Cursor certificate, String host) {
        part.wrap(certificate.bytes(), certificate.offset(), certificate.left());
        Der.enter(part, Der.SEQUENCE, element);
        Der.enter(element, Der.SEQUENCE, fields);
        if (!part.ok() || !element.ok()) {
            return false;
        }
        if (fields.peek(0) == Der.CONTEXT_0) {
            Der.enter(fields, part);
        }
        for (int i = 0; i < 4; i++) {
            Der.enter(fields, part);
        }
        Der.enter(fields, Der.SEQUENCE, subject);
        Der.enter(fields, part);
        named = false;
        String wanted = host.toLowerCase(Locale.ROOT);
        return fields.ok() && (isAlternative(wanted) || !named && isSubject(wanted));
    }

    private boolean isAlternative(String host) {
        int tag = 0;
        while (fields.left() > 0 && tag != EXTENSIONS && fields.ok()) {
            tag = Der.enter(fields, part);
        }
        if (tag != EXTENSIONS || Der.enter(part, extensions) != Der.SEQUENCE) {
            return false;
        }
        for (int i = 0; i < MOST && extensions.left() > 0; i++) {
            Der.enter(extensions, Der.SEQUENCE, element);
            Der.enter(element, Der.OBJECT_IDENTIFIER, type);
            if (!extensions.ok() || !element.ok()) {
                return false;
            }
            if (type.left() == 3 && type.u24() == ALTERNATIVE_NAMES) {
                return holds(host);
            }
        }
        return false;
    }

    private boolean holds(String host) {
        int tag = 0;
        while (element.left() > 0 && tag != OCTETS && element.ok()) {
            tag = Der.enter(element, part);
        }
        if (tag != OCTETS || Der.enter(part, element) != Der.SEQUENCE) {
            return false;
        }
        boolean holds = false;
        for (int i = 0; i < MOST && element.left() > 0 && element.ok(); i++) {
            if (Der.enter(element, part) == HOST) {
                named = true;
                holds |= matches(Row.octets(part, part.left()), host);
            }
        }
        return holds;
    }

    private boolean isSubject(String host) {
        for (int i = 0; i < MOST && subject.left() > 0; i++) {
            Der.enter(subject, Der.SET, part);
            Der.enter(part, Der.SEQUENCE, element);
            Der.enter(element, Der.OBJECT_IDENTIFIER, type);
            if (!subject.ok() || !part.ok() || !element.ok()) {
                return false;
            }
            if (type.left() == 3 && type.u24() == COMMON_NAME) {
                Der.enter(element, part);
                return element.ok() && matches(Row.octets(part, part.left()), host);
            }
        }
        return false;
    }

    /** A star stands for one label, the first. */
    private static boolean matches(String pattern, String host) {
        String name = pattern.toLowerCase(Locale.ROOT);
        if (!name.startsWith("*.")) {
            return name.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && host.substring(dot).equals(name.substring(1));
    }
}
