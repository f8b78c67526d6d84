// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import weir.wire.Cursor;
import weir.wire.Dialogue;

/**
 * What follows a head in one direction (RFC 9112, 6): nothing, a number of bytes, chunks, or all until the end. Passed
 * over and never kept.
 *
 * <pre>
 * chunk      size in hexadecimal digits, ";" extensions, CRLF, data, CRLF
 * last       "0", CRLF, trailer lines, CRLF
 * </pre>
 */
final class Body {

    private static final int LONGEST_CHUNK_LINE = 1024;
    private static final int LONGEST_TRAILERS = 8 << 10;
    private static final int MOST_SKIPPED = 1 << 30;
    private static final int MOST_DIGITS = 15;

    private long left;
    private boolean chunked;
    private boolean foreign;

    boolean isWaited() {
        return left > 0 || chunked || foreign;
    }

    void forget() {
        left = 0;
        chunked = false;
    }

    /** From here on this direction is not HTTP, or a body without an end. */
    void isForeign() {
        foreign = true;
    }

    /** After a head: what it says of its body; an answer that says nothing ends with the connection. */
    void follows(Head head, Cursor in, boolean answer) {
        forget();
        if (head.has(Field.TRANSFER_ENCODING)) {
            chunked = true;
        } else if (head.has(Field.CONTENT_LENGTH)) {
            left = number(
                    in,
                    in.offset() + head.from[Field.CONTENT_LENGTH.ordinal()],
                    head.length[Field.CONTENT_LENGTH.ordinal()]);
        } else {
            foreign = answer;
        }
    }

    private static long number(Cursor in, int from, int length) {
        long value = 0;
        for (int i = 0; i < Math.min(length, MOST_DIGITS); i++) {
            int digit = in.bytes()[from + i] - '0';
            if (digit < 0 || digit > 9) {
                return value;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** As {@link Dialogue#frame}. A skip is obeyed once and never asked for again, so it is counted when given. */
    int frame(Cursor in) {
        if (foreign) {
            return Dialogue.DONE;
        }
        if (chunked) {
            return chunk(in);
        }
        int count = (int) Math.min(left, MOST_SKIPPED);
        left -= count;
        return Dialogue.skip(count);
    }

    private static int chunk(Cursor in) {
        long size = 0;
        int at = 0;
        for (int digit = digit(in.peek(0)); digit >= 0 && at < 8; digit = digit(in.peek(++at))) {
            size = size << 4 | digit;
        }
        if (at == 0 || digit(in.peek(at)) >= 0) {
            return in.left() == 0 ? Dialogue.MORE : Dialogue.LOST;
        }
        while (in.peek(at) >= 0 && in.peek(at) != '\n' && at < LONGEST_CHUNK_LINE) {
            at++;
        }
        if (in.peek(at) != '\n') {
            return at >= LONGEST_CHUNK_LINE ? Dialogue.LOST : Dialogue.MORE;
        }
        if (size == 0) {
            return trailers(in, at + 1);
        }
        return Dialogue.skip((int) Math.min(at + 1 + size + 2, MOST_SKIPPED));
    }

    /** Length of the last chunk, of which the line ends before {@code from}. */
    private static int trailers(Cursor in, int from) {
        int line = from;
        for (int at = from; at < Math.min(in.left(), LONGEST_TRAILERS); at++) {
            if (in.peek(at) == '\n') {
                if (at == line || at == line + 1 && in.peek(line) == '\r') {
                    return at + 1;
                }
                line = at + 1;
            }
        }
        return in.left() >= LONGEST_TRAILERS ? Dialogue.LOST : Dialogue.MORE;
    }

    /** Whether the message that was framed is the last chunk; then heads follow again. */
    boolean endsHere() {
        boolean was = chunked;
        chunked = false;
        return was;
    }

    private static int digit(int octet) {
        if (octet >= '0' && octet <= '9') {
            return octet - '0';
        }
        int letter = octet | 0x20;
        return letter >= 'a' && letter <= 'f' && octet > 0 ? letter - 'a' + 10 : -1;
    }
}
