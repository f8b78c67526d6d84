// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;

/**
 * The head of a message (RFC 9112, 2.1): a line that says what it is, header lines, an empty line. Read in place: fields
 * are known by where their value begins and how long it is.
 *
 * <pre>
 * request    METHOD SP target SP HTTP/1.x CRLF
 * response   HTTP/1.x SP status (3 digits) SP reason CRLF
 * header     name ":" blanks value blanks CRLF
 * </pre>
 */
final class Head {

    /** A longer head is taken for something else. */
    static final int LONGEST = 64 << 10;

    static final int LONGEST_LINE = 16 << 10;

    private static final byte[] VERSION = {'H', 'T', 'T', 'P', '/', '1', '.'};

    @Nullable
    Method method;

    /** Status of a response; 0 for a request. */
    int status;

    /** Where the target is, from the start of the message. */
    int target;

    int targetLength;

    /** Where the value of each field is, from the start of the message; 0 where the field is not there. */
    final int[] from = new int[Field.values().length];

    final int[] length = new int[Field.values().length];

    /** Whether the empty line was there. */
    boolean ended;

    /** Length of the head with its empty line, {@link Dialogue#MORE} or {@link Dialogue#LOST}. */
    static int frame(Cursor in) {
        int line = line(in);
        if (line <= 0) {
            return line;
        }
        byte[] data = in.bytes();
        int start = in.offset();
        int end = start + Math.min(in.left(), LONGEST);
        for (int at = start + line; at < end; at++) {
            if (data[at] == '\n' && (data[at - 1] == '\n' || data[at - 1] == '\r' && data[at - 2] == '\n')) {
                return at + 1 - start;
            }
        }
        return in.left() >= LONGEST ? Dialogue.LOST : Dialogue.MORE;
    }

    static Likeness likeness(Cursor in) {
        int line = line(in);
        return line > 0 ? Likeness.SURE : line == Dialogue.MORE ? Likeness.MORE : Likeness.NO;
    }

    /** Length of the first line with its end, where it is one of HTTP/1; more, or lost. */
    private static int line(Cursor in) {
        if (in.peek(0) == 'H' && in.peek(1) != 'E') {
            return statusLine(in);
        }
        Method method = Method.at(in);
        if (method == null) {
            return in.left() < 12 && Method.mayBegin(in) ? Dialogue.MORE : Dialogue.LOST;
        }
        int end = lineEnd(in);
        if (end <= 0) {
            return end;
        }
        int version = versionAt(in, end);
        return version > method.length() && in.peek(version - 1) == ' ' && isVersion(in, version) ? end : Dialogue.LOST;
    }

    /** Where the version of a request line must be: the last word, blanks behind it allowed. */
    private static int versionAt(Cursor in, int end) {
        int last = end - 1;
        while (last > 0 && (in.peek(last - 1) == '\r' || in.peek(last - 1) == ' ')) {
            last--;
        }
        return last - VERSION.length - 1;
    }

    private static int statusLine(Cursor in) {
        for (int i = 0; i < VERSION.length; i++) {
            int octet = in.peek(i);
            if (octet != VERSION[i]) {
                return octet < 0 ? Dialogue.MORE : Dialogue.LOST;
            }
        }
        if (in.left() < 12) {
            return Dialogue.MORE;
        }
        boolean right = isDigit(in.peek(7))
                && in.peek(8) == ' '
                && in.peek(9) >= '1'
                && in.peek(9) <= '9'
                && isDigit(in.peek(10))
                && isDigit(in.peek(11));
        return right ? lineEnd(in) : Dialogue.LOST;
    }

    private static boolean isVersion(Cursor in, int at) {
        for (int i = 0; i < VERSION.length; i++) {
            if (in.peek(at + i) != VERSION[i]) {
                return false;
            }
        }
        return isDigit(in.peek(at + VERSION.length));
    }

    private static boolean isDigit(int octet) {
        return octet >= '0' && octet <= '9';
    }

    private static int lineEnd(Cursor in) {
        byte[] data = in.bytes();
        int start = in.offset();
        int end = start + Math.min(in.left(), LONGEST_LINE);
        for (int at = start; at < end; at++) {
            if (data[at] == '\n') {
                return at + 1 - start;
            }
            if (data[at] >= 0 && data[at] < ' ' && data[at] != '\r' && data[at] != '\t') {
                return Dialogue.LOST;
            }
        }
        return in.left() >= LONGEST_LINE ? Dialogue.LOST : Dialogue.MORE;
    }

    /** Finds the fields; false where this is no head. */
    boolean read(Cursor in) {
        int line = line(in);
        if (line <= 0) {
            return false;
        }
        java.util.Arrays.fill(from, 0);
        java.util.Arrays.fill(length, 0);
        method = Method.at(in);
        status = 0;
        if (method == null) {
            status = (in.peek(9) - '0') * 100 + (in.peek(10) - '0') * 10 + in.peek(11) - '0';
        } else {
            target = method.length() + 1;
            targetLength = versionAt(in, line) - 1 - target;
        }
        headers(in, line);
        return true;
    }

    private void headers(Cursor in, int first) {
        byte[] data = in.bytes();
        int start = in.offset();
        int end = start + in.left();
        ended = false;
        for (int at = start + first; at < end; ) {
            int stop = at;
            while (stop < end && data[stop] != '\n') {
                stop++;
            }
            if (stop == end) {
                return;
            }
            int last = stop > at && data[stop - 1] == '\r' ? stop - 1 : stop;
            if (last == at) {
                ended = true;
                return;
            }
            header(data, start, at, last);
            at = stop + 1;
        }
    }

    private void header(byte[] data, int start, int at, int end) {
        for (Field field : Field.ALL) {
            int value = field.valueOf(data, at, end);
            if (value < 0) {
                continue;
            }
            int last = end;
            while (value < last && (data[value] == ' ' || data[value] == '\t')) {
                value++;
            }
            while (last > value && (data[last - 1] == ' ' || data[last - 1] == '\t')) {
                last--;
            }
            if (from[field.ordinal()] == 0) {
                from[field.ordinal()] = value - start;
                length[field.ordinal()] = last - value;
            }
            return;
        }
    }

    boolean has(Field field) {
        return from[field.ordinal()] != 0;
    }
}
