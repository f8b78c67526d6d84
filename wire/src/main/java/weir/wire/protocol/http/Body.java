// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Parcel;
import weir.wire.Sink;

/**
 * What follows a head in one direction (RFC 9112, 6): nothing, a number of bytes, chunks, or all until the end. Content
 * that moves as a parcel is read piece by piece as it comes; any other is passed over.
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
    private static final long LONGEST_READ = 64 << 20;
    private static final int MOST_DIGITS = 15;

    private static final int CHUNK_END = 2;

    /** Of the body or, with the line end behind it, of the chunk. */
    private long left;

    private @Nullable Parcel parcel;
    private boolean chunked;
    /** All until the end; so much of it was read. */
    private boolean endless;

    private long read;
    private boolean foreign;

    /** How long it is, as far as it was told or went by. */
    private long told;

    boolean isWaited() {
        return left > 0 || chunked || endless || foreign;
    }

    /** Some of it was lost, and how much is not known: what follows is looked at afresh. */
    void lost() {
        left = 0;
        chunked = false;
        if (parcel != null) {
            parcel.missed();
        }
    }

    /** How long it is: what its head says, or the chunks and pieces that went by. */
    long told() {
        return told;
    }

    /** Whether it ends with the connection, so that its length is not known. */
    boolean isEndless() {
        return endless || foreign;
    }

    /** Whether that is all: nothing of it is read any more. */
    boolean isTold() {
        return !chunked && !endless && (parcel == null || left == 0);
    }

    /** Whether nothing follows; chunks say how much when they come. */
    boolean isEmpty() {
        return left == 0 && !chunked && !endless;
    }

    /** Whether it is said to be longer than anything that is read. */
    boolean isHuge() {
        return left > LONGEST_READ;
    }

    /** What follows is the content of this. */
    void is(Parcel content) {
        parcel = content;
        told = 0;
    }

    /** From here on this direction is not HTTP. */
    void isForeign() {
        foreign = true;
    }

    /** After a head: what it says of its body; an answer that says nothing ends with the connection. */
    void follows(Head head, Cursor in, boolean answer) {
        left = 0;
        told = 0;
        chunked = false;
        if (head.has(Field.TRANSFER_ENCODING)) {
            chunked = true;
        } else if (head.has(Field.CONTENT_LENGTH)) {
            left = number(
                    in,
                    in.offset() + head.from[Field.CONTENT_LENGTH.ordinal()],
                    head.length[Field.CONTENT_LENGTH.ordinal()]);
            told = left;
        } else {
            endless = answer;
            read = 0;
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
        if (endless) {
            return parcel == null || read > LONGEST_READ ? Dialogue.DONE : Math.max(in.left(), 1);
        }
        if (parcel != null && left > 0) {
            return (int) Math.min(left, Math.max(in.left(), 1));
        }
        if (chunked) {
            return chunk(in);
        }
        int count = (int) Math.min(left, MOST_SKIPPED);
        left -= count;
        return Dialogue.skip(count);
    }

    private int chunk(Cursor in) {
        long size = size(in);
        int at = 0;
        while (at < 8 && digit(in.peek(at)) >= 0) {
            at++;
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
        if (parcel != null) {
            return at + 1;
        }
        told += size;
        return Dialogue.skip((int) Math.min(at + 1 + size + CHUNK_END, MOST_SKIPPED));
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

    /** Reads what was framed, where it belongs to a body. */
    boolean read(Cursor in, Sink out) {
        Parcel content = parcel;
        if (content != null && endless) {
            read += in.left();
            out.part(content, in, in.left());
            if (read > LONGEST_READ) {
                content.missed();
            }
            return true;
        }
        if (content != null && left > 0) {
            int size = (int) Math.min(left, in.left());
            int data = chunked ? (int) Math.clamp(left - CHUNK_END, 0, size) : size;
            out.part(content, in, data);
            told += data;
            left -= size;
            if (left == 0 && !chunked) {
                ended(content, out);
            }
            return true;
        }
        if (chunked) {
            left = content == null ? 0 : size(in);
            if (left == 0) {
                chunked = false;
                if (content != null) {
                    ended(content, out);
                }
            } else {
                left += CHUNK_END;
            }
            return true;
        }
        if (content != null) {
            parcel = null;
            out.broken(content);
        }
        told = 0;
        return false;
    }

    /** Nothing more comes: that completes what had no end of its own, and breaks off any other. */
    void ended(boolean closed, Sink out) {
        Parcel content = parcel;
        if (content != null && endless && closed) {
            ended(content, out);
        } else if (content != null) {
            parcel = null;
            out.broken(content);
        }
    }

    private void ended(Parcel content, Sink out) {
        parcel = null;
        out.complete(content);
    }

    /** Hexadecimal digits, as many as there are. */
    private static long size(Cursor in) {
        long size = 0;
        for (int at = 0; at < 8 && digit(in.peek(at)) >= 0; at++) {
            size = size << 4 | digit(in.peek(at));
        }
        return size;
    }

    private static int digit(int octet) {
        if (octet >= '0' && octet <= '9') {
            return octet - '0';
        }
        int letter = octet | 0x20;
        return letter >= 'a' && letter <= 'f' && octet > 0 ? letter - 'a' + 10 : -1;
    }
}
