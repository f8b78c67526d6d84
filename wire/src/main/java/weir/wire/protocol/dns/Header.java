// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

import weir.wire.Cursor;
import weir.wire.Likeness;

/**
 * The header that every message begins with (RFC 1035, 4.1.1), and how much what follows it looks like one.
 *
 * <pre>
 * id u16 | QR, opcode (4 bits), AA, TC, RD, RA, Z, AD, CD, rcode (4 bits) | questions u16 | answers u16
 *        | authorities u16 | additionals u16
 * </pre>
 */
final class Header {

    static final int SIZE = 12;
    static final int RESPONSE = 0x8000;

    /** Questions that a message is believed to have, and records of each other kind. */
    static final int MOST_QUESTIONS = 64;

    static final int MOST_RECORDS = 4096;

    private Header() {}

    static boolean isResponse(Cursor in) {
        return (in.peek(2) & 0x80) != 0;
    }

    static int opcode(int flags) {
        return flags >> 11 & 15;
    }

    /** Whether counts and codes go together in the header at a distance, of which all is there. */
    static boolean isSane(Cursor in, int at) {
        int flags = in.peek16(at + 2);
        int opcode = opcode(flags);
        int questions = in.peek16(at + 4);
        int answers = in.peek16(at + 6);
        if (opcode == 3 || opcode > 6 || (flags & 0x40) != 0 && opcode != 5 || questions > MOST_QUESTIONS) {
            return false;
        }
        if (answers > MOST_RECORDS || in.peek16(at + 8) > MOST_RECORDS || in.peek16(at + 10) > MOST_RECORDS) {
            return false;
        }
        boolean response = (flags & RESPONSE) != 0;
        return response ? questions + answers > 0 || (flags & 15) != 0 : questions > 0 && (flags & 15) == 0;
    }

    /** Follows questions and records to the end: sure when they end where the message does. */
    static Likeness walk(Cursor in) {
        int questions = in.peek16(4);
        int records = in.peek16(6) + in.peek16(8) + in.peek16(10);
        in.skip(SIZE);
        if (questions == 0 && records == 0) {
            return Likeness.NO;
        }
        for (int i = 0; i < questions; i++) {
            DomainName.skip(in);
            if (!in.ok()) {
                return Likeness.NO;
            }
            int type = in.u16();
            if (!RecordType.isListed(type) || !isClass(in.u16())) {
                return Likeness.NO;
            }
        }
        for (int i = 0; i < records; i++) {
            DomainName.skip(in);
            int type = in.u16();
            int group = in.u16();
            if (!in.ok()) {
                return i + questions == 0 ? Likeness.NO : Likeness.MAYBE;
            }
            if (!RecordType.isListed(type) || type != 41 && !isClass(group)) {
                return i == 0 ? Likeness.NO : Likeness.MAYBE;
            }
            in.skip(4);
            in.skip(in.u16());
        }
        return in.ok() && in.left() == 0 ? Likeness.SURE : Likeness.MAYBE;
    }

    /** Internet, Chaos, Hesiod, none, any; the highest bit has a meaning of its own in mDNS (RFC 6762, 18). */
    private static boolean isClass(int number) {
        int bare = number & 0x7fff;
        return bare == 1 || bare == 3 || bare == 4 || bare == 254 || bare == 255;
    }
}
