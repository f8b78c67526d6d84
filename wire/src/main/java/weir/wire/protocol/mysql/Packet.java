// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mysql;

import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.protocol.sql.Statement;

/**
 * The packet that all else is in (MySQL Internals, MySQL Packets).
 *
 * <pre>
 * length u24, lowest octet first | sequence u8, 0 for a command and for the greeting, one more for each that follows | payload
 * </pre>
 */
final class Packet {

    static final int HEADER = 4;
    static final int OK = 0x00;
    static final int LOCAL_FILE = 0xfb;
    static final int END = 0xfe;
    static final int ERROR = 0xff;

    /** A longer payload is passed over: rows, or files that are loaded. */
    private static final int LONGEST = 1 << 18;

    private static final int GREETING = 10;
    private static final int LONGEST_VERSION = 64;
    /** Capability that has been set for twenty years: what follows is of version 4.1. */
    private static final int PROTOCOL_41 = 0x200;

    private static final int FILLER = 23;

    private Packet() {}

    static int length(Cursor in) {
        return in.peek(2) << 16 | in.peek16le(0);
    }

    static int frame(Cursor in, Direction way, boolean expectsData) {
        if (in.left() < HEADER + 1) {
            return Dialogue.MORE;
        }
        int length = length(in);
        int first = in.peek(HEADER);
        boolean command = way == Direction.TO_SERVER && in.peek(3) == 0;
        if (command && !isCommand(first, length)) {
            return Dialogue.LOST;
        }
        if (way == Direction.TO_SERVER && !command && !expectsData) {
            int login = login(in);
            return login < 0 ? Dialogue.LOST : login == 0 ? Dialogue.MORE : HEADER + length;
        }
        if (way == Direction.TO_CLIENT && in.peek(3) == 0 && first != GREETING && first != ERROR && !expectsData) {
            return Dialogue.LOST;
        }
        return length > LONGEST ? Dialogue.skip(HEADER + length) : HEADER + length;
    }

    private static boolean isCommand(int code, int length) {
        Command command = Command.of(code);
        return command != null && command.fits(length);
    }

    static Likeness likeness(Cursor in) {
        int length = length(in);
        int sequence = in.peek(3);
        if (in.left() < HEADER + 1) {
            return in.left() >= 4 && (length == 0 || length > LONGEST || sequence > 2) ? Likeness.NO : Likeness.MORE;
        }
        int first = in.peek(HEADER);
        if (length == 0 || length > LONGEST) {
            return Likeness.NO;
        }
        return switch (sequence) {
            case 0 ->
                first == GREETING
                        ? greeting(in, length)
                        : first == ERROR ? refusal(in, length) : command(in, first, length);
            case 1 -> first == OK || first == ERROR ? answer(in, first, length) : loginLikeness(in);
            case 2 -> first == OK || first == ERROR ? answer(in, first, length) : Likeness.NO;
            default -> Likeness.NO;
        };
    }

    /** A version in letters, digits and signs, and the zero octet behind the first part of the challenge. */
    private static Likeness greeting(Cursor in, int length) {
        int digit = in.peek(HEADER + 1);
        boolean likely = length >= 32 && length <= 512 && (digit < 0 || digit >= '1' && digit <= '9');
        return likely ? version(in, HEADER + 1) : Likeness.NO;
    }

    private static Likeness version(Cursor in, int from) {
        int at = from;
        while (in.peek(at) > ' ' && in.peek(at) < 0x7f && at - from < LONGEST_VERSION) {
            at++;
        }
        if (in.peek(at) > 0 || at == from && in.peek(at) >= 0) {
            return Likeness.NO;
        }
        int filler = in.peek(at + 1 + 4 + 8);
        return filler < 0 ? Likeness.MORE : filler == 0 ? Likeness.SURE : Likeness.NO;
    }

    private static Likeness command(Cursor in, int code, int length) {
        Command command = Command.of(code);
        if (command == null || !command.fits(length) || in.left() > HEADER + length) {
            return Likeness.NO;
        }
        if (command == Command.QUERY || command == Command.STMT_PREPARE) {
            int text = in.peek(HEADER + 1) == 0 && in.peek(HEADER + 2) == 1 ? 2 : 0;
            in.skip(HEADER + 1 + text);
            return in.left() < 12 && in.left() < length - 1 - text
                    ? Likeness.MORE
                    : Statement.at(in, 1) == Statement.STATEMENT ? Likeness.NO : Likeness.SURE;
        }
        return length == 1 && (command == Command.PING || command == Command.QUIT || command == Command.STATISTICS)
                ? Likeness.MAYBE
                : Likeness.NO;
    }

    /** A server that wants nothing to do with this client says so instead of its greeting, without a state. */
    private static Likeness refusal(Cursor in, int length) {
        int number = in.peek16le(HEADER + 1);
        boolean listed = number >= 1000 && number < 5000 && length > 8 && length < 512;
        return number < 0 ? Likeness.MORE : listed && in.left() == HEADER + length ? Likeness.MAYBE : Likeness.NO;
    }

    /** An error with its state, or the short word that it went well. */
    private static Likeness answer(Cursor in, int first, int length) {
        if (first == ERROR) {
            int mark = in.peek(HEADER + 3);
            return mark < 0 ? Likeness.MORE : mark == '#' && isState(in) ? Likeness.SURE : Likeness.NO;
        }
        boolean whole = in.left() == HEADER + length;
        return whole && length >= 7 && length < 64 ? Likeness.MAYBE : Likeness.NO;
    }

    private static boolean isState(Cursor in) {
        for (int i = HEADER + 4; i < HEADER + 9; i++) {
            int octet = in.peek(i);
            if (octet >= 0 && (octet < '0' || octet > 'Z' || octet > '9' && octet < 'A')) {
                return false;
            }
        }
        return true;
    }

    private static Likeness loginLikeness(Cursor in) {
        int login = login(in);
        return login < 0 ? Likeness.NO : login == 0 ? Likeness.MORE : Likeness.SURE;
    }

    /** Whether a login of version 4.1, or the wish for TLS, begins here: 1, not -1, 0 where too little is there. */
    static int login(Cursor in) {
        int length = length(in);
        if (in.peek(3) > 3 || length < 32 || length > 4096) {
            return -1;
        }
        if (in.left() < HEADER + 32) {
            return 0;
        }
        long most = in.peek32le(HEADER + 4);
        if ((in.peek16le(HEADER) & PROTOCOL_41) == 0 || most > 1 << 30 || in.peek(HEADER + 8) == 0) {
            return -1;
        }
        // MariaDB has capabilities in the last four
        for (int i = 0; i < FILLER - 4; i++) {
            if (in.peek(HEADER + 9 + i) != 0) {
                return -1;
            }
        }
        return 1;
    }
}
