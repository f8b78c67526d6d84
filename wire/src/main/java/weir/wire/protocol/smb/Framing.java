// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import weir.wire.Cursor;
import weir.wire.Dialogue;

/**
 * How messages follow each other on a connection (RFC 1002, 4.3.1; MS-SMB2 2.1):
 *
 * <pre>
 * 0 message, 0x81 request, 0x82 accepted, 0x83 refused, 0x84 retarget, 0x85 keep alive | length 3 | what is as long
 * message   0xff, 0xfe, 0xfd or 0xfc and "SMB": version 1, version 2, encrypted, compressed
 * </pre>
 */
final class Framing {

    static final int HEADER = 4;

    static final int VERSION_1 = 0xff;
    static final int VERSION_2 = 0xfe;
    static final int ENCRYPTED = 0xfd;
    static final int COMPRESSED = 0xfc;

    static final int SESSION_REQUEST = 0x81;
    static final int SESSION_ACCEPTED = 0x82;
    static final int SESSION_REFUSED = 0x83;
    static final int SESSION_RETARGET = 0x84;
    static final int KEEP_ALIVE = 0x85;

    /** A longer message is read in pieces: its head, then its content as it comes. */
    static final int LARGE = 1 << 18;

    /** Header, the fixed part of a write request, and what stands before it. */
    static final int LARGE_HEAD = HEADER + 64 + 48;

    private static final int MAGIC = 0x53_4d42;
    private static final int LEAST_MESSAGE = 16;
    private static final int NAMES = 68;

    private Framing() {}

    /** Length of the message that begins here as a whole, {@link Dialogue#MORE} or {@link Dialogue#LOST}. */
    static int frame(Cursor in) {
        int type = in.peek(0);
        if (type < 0) {
            return Dialogue.MORE;
        }
        return type == 0 ? message(in) : session(type, in);
    }

    private static int message(Cursor in) {
        int kind = in.peek(4);
        if (kind >= 0 && (kind < COMPRESSED || kind > VERSION_1)) {
            return Dialogue.LOST;
        }
        for (int i = 0; i < 3; i++) {
            int letter = in.peek(5 + i);
            if (letter >= 0 && letter != (MAGIC >> 16 - 8 * i & 0xff)) {
                return Dialogue.LOST;
            }
        }
        if (in.left() < 8) {
            return Dialogue.MORE;
        }
        int length = length(in);
        return length < LEAST_MESSAGE ? Dialogue.LOST : HEADER + length;
    }

    /** What is said before the first message; each kind is as long as it is always. */
    private static int session(int type, Cursor in) {
        int expected = switch (type) {
            case SESSION_REQUEST -> NAMES;
            case SESSION_ACCEPTED, KEEP_ALIVE -> 0;
            case SESSION_REFUSED -> 1;
            case SESSION_RETARGET -> 6;
            default -> -1;
        };
        if (expected < 0 || in.peek(1) > 0 || in.peek(2) > 0 || in.peek(3) >= 0 && in.peek(3) != expected) {
            return Dialogue.LOST;
        }
        if (type == SESSION_REQUEST && in.peek(4) >= 0 && in.peek(4) != 0x20) {
            return Dialogue.LOST;
        }
        return in.left() < HEADER ? Dialogue.MORE : HEADER + expected;
    }

    static int length(Cursor in) {
        return in.peek(1) << 16 | in.peek16(2);
    }
}
