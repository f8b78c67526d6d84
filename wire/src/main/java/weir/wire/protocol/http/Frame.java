// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Dialogue;

/**
 * Frames of HTTP/2 (RFC 9113, 4.1 and 6).
 *
 * <pre>
 * length u24 | type u8 | flags u8 | stream u32, 0 for the connection | payload
 * </pre>
 */
enum Frame implements Service {
    DATA(0, Verb.OTHER),
    HEADERS(1, Verb.OTHER),
    PRIORITY(2, Verb.SESSION),
    RESET_STREAM(3, Verb.SESSION),
    SETTINGS(4, Verb.SESSION),
    PUSH_PROMISE(5, Verb.OTHER),
    PING(6, Verb.SESSION),
    GO_AWAY(7, Verb.SESSION),
    WINDOW_UPDATE(8, Verb.SESSION),
    CONTINUATION(9, Verb.OTHER),
    ALTERNATIVE_SERVICE(10, Verb.SESSION),
    ORIGIN(12, Verb.SESSION),
    PRIORITY_UPDATE(16, Verb.SESSION),
    /** What the client says first. */
    PREFACE(-1, Verb.SESSION);

    static final int HEADER = 9;
    static final int END_STREAM = 0x1;
    static final int ACKNOWLEDGEMENT = 0x1;
    static final int END_HEADERS = 0x4;
    static final int PADDED = 0x8;
    static final int WITH_PRIORITY = 0x20;

    /** A longer one must have been agreed on, and only data is. */
    private static final int LONGEST = 1 << 14;

    /** Longer data is passed over. */
    private static final int LONGEST_DATA = 4096;

    private static final byte[] MAGIC =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final @Nullable Frame[] BY_CODE = new @Nullable Frame[PRIORITY_UPDATE.code + 1];

    static {
        for (Frame frame : values()) {
            if (frame.code >= 0) {
                BY_CODE[frame.code] = frame;
            }
        }
    }

    private final int code;
    private final Verb verb;

    Frame(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public Verb verb() {
        return verb;
    }

    static @Nullable Frame of(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }

    /** How much of what the client says first is there: all of it, or all that there is; -1 where it is something else. */
    static int preface(Cursor in) {
        int most = Math.min(in.left(), MAGIC.length);
        for (int i = 0; i < most; i++) {
            if (in.peek(i) != MAGIC[i]) {
                return -1;
            }
        }
        return most;
    }

    static boolean isPreface(Cursor in) {
        return preface(in) == MAGIC.length;
    }

    static int frame(Cursor in) {
        int preface = preface(in);
        if (preface > 0) {
            return preface < MAGIC.length ? Dialogue.MORE : MAGIC.length;
        }
        if (in.left() < HEADER) {
            return in.left() > 3 && of(in.peek(3)) == null ? Dialogue.LOST : Dialogue.MORE;
        }
        Frame type = of(in.peek(3));
        int length = in.peek(0) << 16 | in.peek16(1);
        long stream = in.peek32(5);
        if (type == null || stream > Integer.MAX_VALUE || !type.fits(length, (int) stream, in.peek(4))) {
            return Dialogue.LOST;
        }
        return type == DATA && length > LONGEST_DATA ? Dialogue.skip(HEADER + length) : HEADER + length;
    }

    private boolean fits(int length, int stream, int flags) {
        return switch (this) {
            case DATA -> stream > 0 && (flags & ~(END_STREAM | PADDED)) == 0;
            case HEADERS -> stream > 0 && length > 0 && length <= LONGEST && (flags & ~0x2d) == 0;
            case PRIORITY -> stream > 0 && length == 5 && flags == 0;
            case RESET_STREAM -> stream > 0 && length == 4 && flags == 0;
            case SETTINGS -> stream == 0 && length % 6 == 0 && length <= 64 * 6 && (flags & ~1) == 0;
            case PUSH_PROMISE -> stream > 0 && length > 4 && length <= LONGEST && (flags & ~0xc) == 0;
            case PING -> stream == 0 && length == 8 && (flags & ~1) == 0;
            case GO_AWAY -> stream == 0 && length >= 8 && length <= LONGEST && flags == 0;
            case WINDOW_UPDATE -> length == 4 && flags == 0;
            case CONTINUATION -> stream > 0 && length > 0 && length <= LONGEST && (flags & ~END_HEADERS) == 0;
            case ALTERNATIVE_SERVICE -> length > 2 && length <= LONGEST && flags == 0;
            case ORIGIN, PRIORITY_UPDATE -> stream == 0 && length > 4 && length <= LONGEST && flags == 0;
            case PREFACE -> false;
        };
    }
}
