// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import weir.wire.Cursor;

/**
 * A message in a NetBIOS datagram (RFC 1002, 4.4.1):
 *
 * <pre>
 * kind 1: 0x10 to 0x12 | flags 1 | id 2 | address 4 | port 2 | length 2 | offset 2 | two names, 34 each | message
 * </pre>
 */
final class NetbiosDatagram {

    private static final int HEADER = 14;
    private static final int NAME = 34;
    private static final int MESSAGE = HEADER + 2 * NAME;
    private static final int SMB = 0xff53_4d42;

    private NetbiosDatagram() {}

    static boolean holdsSmb(Cursor in) {
        return in.peek(0) >= 0x10
                && in.peek(0) <= 0x12
                && in.peek(HEADER) == NAME - 2
                && in.peek(HEADER + NAME) == NAME - 2
                && (int) in.peek32(MESSAGE) == SMB;
    }

    /** Moves to the message; false where there is none, or not all of it. */
    static boolean enter(Cursor in) {
        if (!holdsSmb(in)) {
            return false;
        }
        int length = in.peek16(10);
        in.skip(MESSAGE);
        return in.left() >= length - 2 * NAME;
    }
}
