// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ldap;

import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;

/**
 * Where messages begin and end (RFC 4511, 4.1.1; RFC 4422, 3.7):
 *
 * <pre>
 * SEQUENCE { number INTEGER, [APPLICATION n] operation, [0] controls }
 * length 4 | token of NTLM (01 00 00 00) or Kerberos 16 | what it protects                 after a login that protects
 * token of Kerberos (RFC 4121, 4.2.6.2): 05 04 | flags 1 | 0xff | checksum 2 | of it before what it protects 2 | number 8
 * </pre>
 */
final class Envelope {

    private static final int TOKEN = 16;
    private static final int LENGTH = 4;
    private static final int LONGEST = 1 << 19;
    private static final int APPLICATION = 0x40;
    private static final int NTLM = 0x0100_0000;
    private static final int KERBEROS = 0x0504;

    private Envelope() {}

    /** Length of the message that begins here, {@link Dialogue#MORE} or {@link Dialogue#LOST}. */
    static int frame(Cursor in) {
        int first = in.peek(0);
        if (first < 0) {
            return Dialogue.MORE;
        }
        return first == 0 ? protectedFrame(in) : first == Ber.SEQUENCE ? plain(in) : Dialogue.LOST;
    }

    private static int plain(Cursor in) {
        if (in.peek(1) == 0x80 || in.peek(1) > 0x84) {
            return Dialogue.LOST;
        }
        int head = head(in, 0);
        int number = in.peek(head + 1);
        if (in.peek(head) >= 0 && in.peek(head) != Ber.INTEGER || number == 0 || number > 4) {
            return Dialogue.LOST;
        }
        int operation = head + 2 + number;
        if (number < 0 || in.peek(operation) < 0) {
            return Dialogue.MORE;
        }
        if (operation(in.peek(operation)) < 0 || in.peek(operation + 1) == 0x80 || in.peek(operation + 1) > 0x84) {
            return Dialogue.LOST;
        }
        int body = operation + head(in, operation);
        if (in.left() < body) {
            return Dialogue.MORE;
        }
        long length = length(in, 0);
        if (length > LONGEST || body + length(in, operation) > head + length) {
            return Dialogue.LOST;
        }
        return head + (int) length;
    }

    private static int protectedFrame(Cursor in) {
        long length = in.peek32(0);
        if (in.left() < LENGTH + 4) {
            return in.peek(1) > 0x08 ? Dialogue.LOST : Dialogue.MORE;
        }
        boolean token = (int) in.peek32(LENGTH) == NTLM || in.peek16(LENGTH) == KERBEROS;
        return token && length > TOKEN && length <= LONGEST ? LENGTH + (int) length : Dialogue.LOST;
    }

    /** Octets before what is protected. */
    static int protection(Cursor in) {
        int before = in.peek16(LENGTH) == KERBEROS && in.peek16(LENGTH + 6) <= in.peek16(LENGTH + 4)
                ? in.peek16(LENGTH + 6)
                : 0;
        return LENGTH + TOKEN + Math.max(0, before);
    }

    /** Whether a message begins here that Kerberos protects; the token of NTLM is too plain to tell. */
    static Likeness isKerberos(Cursor in) {
        if (in.left() < LENGTH + 4) {
            return in.peek(1) > 0 ? Likeness.NO : Likeness.MORE;
        }
        boolean token = in.peek16(LENGTH) == KERBEROS && in.peek(LENGTH + 3) == 0xff;
        return token && protectedFrame(in) > 0 ? Likeness.MAYBE : Likeness.NO;
    }

    /** The number of an operation, by its first octet; -1 where there is none, or it has another form. */
    static int operation(int identifier) {
        int number = identifier & 0x1f;
        if ((identifier & 0xc0) != APPLICATION || LdapService.of(number) == null) {
            return -1;
        }
        boolean primitive = number == 2 || number == 10 || number == 16;
        return primitive == ((identifier & 0x20) == 0) ? number : -1;
    }

    /** Whether what the operation begins with is what it must begin with. */
    static boolean isSure(Cursor in) {
        int at = head(in, 0) + 2 + in.peek(head(in, 0) + 1);
        int body = at + head(in, at);
        return switch (operation(in.peek(at))) {
            case 0 -> in.peek16(body) == 0x0201 && in.peek(body + 2) <= 3 && in.peek(body + 3) == Ber.OCTET_STRING;
            case 1, 5, 7, 9, 11, 13, 15, 24 -> in.peek16(body) == 0x0a01 && in.peek(body + 3) == Ber.OCTET_STRING;
            case 2 -> in.peek(at + 1) == 0;
            case 3, 4, 6, 8, 12, 14 -> in.peek(body) == Ber.OCTET_STRING;
            case 23 -> in.peek(body) == 0x80;
            default -> false;
        };
    }

    static int head(Cursor in, int distance) {
        int length = in.peek(distance + 1);
        return length > 0x80 ? 2 + (length & 0x7f) : 2;
    }

    private static long length(Cursor in, int at) {
        return switch (in.peek(at + 1)) {
            case 0x81 -> in.peek(at + 2);
            case 0x82 -> in.peek16(at + 2);
            case 0x83 -> (long) in.peek(at + 2) << 16 | in.peek16(at + 3);
            case 0x84 -> in.peek32(at + 2);
            default -> in.peek(at + 1);
        };
    }
}
