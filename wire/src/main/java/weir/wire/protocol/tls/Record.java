// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import weir.wire.Cursor;
import weir.wire.Dialogue;

/**
 * The record that all else is in (RFC 5246, 6.2).
 *
 * <pre>
 * type u8 | version u16: 03 00 to 03 04 | length u16: at most 2^14 + 2048 | fragment
 * </pre>
 */
final class Record {

    static final int HEADER = 5;
    static final int CHANGE_CIPHER_SPEC = 20;
    static final int ALERT = 21;
    static final int HANDSHAKE = 22;
    static final int APPLICATION_DATA = 23;
    static final int HEARTBEAT = 24;

    private static final int LONGEST = (1 << 14) + 2048;

    private Record() {}

    /** Length of the record that begins here, a skip over one that tells nothing, more, or lost. */
    static int frame(Cursor in) {
        int type = in.peek(0);
        if (type >= 0 && (type < CHANGE_CIPHER_SPEC || type > HEARTBEAT)) {
            return Dialogue.LOST;
        }
        if (in.peek(1) >= 0 && in.peek(1) != 3 || in.peek(2) > 4) {
            return Dialogue.LOST;
        }
        if (in.left() < HEADER) {
            return Dialogue.MORE;
        }
        int length = in.peek16(3);
        if (length > LONGEST || !isLength(type, length)) {
            return Dialogue.LOST;
        }
        return type == APPLICATION_DATA ? Dialogue.skip(HEADER + length) : HEADER + length;
    }

    private static boolean isLength(int type, int length) {
        return switch (type) {
            case CHANGE_CIPHER_SPEC -> length == 1 || length >= 16 && length < 256;
            case ALERT -> length == 2 || length >= 16 && length < 256;
            case HANDSHAKE -> length > 0;
            default -> true;
        };
    }
}
