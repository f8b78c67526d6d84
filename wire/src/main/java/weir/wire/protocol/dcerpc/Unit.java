// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;

/** Where a message over a connection begins and ends, by its header; which kinds there are (C706, 12.6.3). */
final class Unit {

    static final int HEADER = 16;
    static final int TRAILER = 8;

    static final int REQUEST = 0;
    static final int RESPONSE = 2;
    static final int FAULT = 3;
    static final int BIND = 11;
    static final int BIND_ACK = 12;
    static final int BIND_REFUSAL = 13;
    static final int ALTER_CONTEXT = 14;
    static final int ALTER_CONTEXT_ANSWER = 15;
    static final int AUTH3 = 16;

    private static final int REQUEST_TO_SEND = 20;
    private static final int VERSION = 5;

    private Unit() {}

    /** Length of the unit that begins here, {@link Dialogue#MORE} or {@link Dialogue#LOST}. */
    static int frame(Cursor in) {
        if (in.left() > 0 && in.peek(0) != VERSION || in.peek(1) > 1 || in.peek(2) >= 0 && !isKind(in.peek(2))) {
            return Dialogue.LOST;
        }
        if (in.peek(4) >= 0 && (in.peek(4) & 0xef) != 0 || in.peek(5) > 3 || in.peek(6) > 0 || in.peek(7) > 0) {
            return Dialogue.LOST;
        }
        if (in.left() < HEADER) {
            return Dialogue.MORE;
        }
        boolean little = in.peek(4) == 0x10;
        int length = little ? in.peek16le(8) : in.peek16(8);
        int authentication = little ? in.peek16le(10) : in.peek16(10);
        int ends = authentication == 0 ? 0 : authentication + TRAILER;
        return length >= HEADER + least(in.peek(2)) + ends ? length : Dialogue.LOST;
    }

    private static boolean isKind(int kind) {
        return kind == REQUEST || kind == RESPONSE || kind == FAULT || kind >= BIND && kind <= REQUEST_TO_SEND;
    }

    /** Octets that the body of each kind has at least. */
    private static int least(int kind) {
        return switch (kind) {
            case REQUEST, RESPONSE -> 8;
            case FAULT -> 12;
            case BIND, ALTER_CONTEXT, BIND_ACK, ALTER_CONTEXT_ANSWER -> 12;
            case BIND_REFUSAL -> 2;
            default -> 0;
        };
    }

    /** Which end sends this kind: callers ask, whoever they are. */
    static Direction direction(Cursor in, Direction presumed) {
        return switch (in.peek(2)) {
            case REQUEST, BIND, ALTER_CONTEXT, AUTH3 -> Direction.TO_SERVER;
            case RESPONSE, FAULT, BIND_ACK, BIND_REFUSAL, ALTER_CONTEXT_ANSWER -> Direction.TO_CLIENT;
            default -> presumed;
        };
    }
}
