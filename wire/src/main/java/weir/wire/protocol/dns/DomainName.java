// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

import java.nio.charset.StandardCharsets;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * A domain name on the wire (RFC 1035, 3.1 and 4.1.4): labels of a length octet and 1 to 63 octets, ended by the empty
 * label or by a pointer to labels further up in the message. Pointers are followed backwards only, so no loop is
 * possible, and a name has at most 255 octets.
 */
final class DomainName {

    private static final int LONGEST = 255;
    private static final int POINTER = 0xc0;

    private final byte[] text = new byte[LONGEST + 1];
    private final Cursor cursor = new Cursor();
    private int length;

    /**
     * Reads the name at the cursor and moves behind it; fails the cursor where there is none.
     *
     * @param message index in the cursor's bytes at which the message begins, which pointers count from
     */
    void read(Cursor in, int message) {
        length = 0;
        byte[] data = in.bytes();
        int limit = in.offset();
        int size = in.u8();
        while (in.ok() && size != 0 && size < 64) {
            append(in, data, in.offset(), size);
            in.skip(size);
            size = in.u8();
        }
        if (size >= POINTER) {
            follow(in, data, message, message + ((size & 0x3f) << 8 | in.u8()), limit);
        } else if (size != 0) {
            in.fail();
        }
    }

    private void follow(Cursor in, byte[] data, int message, int target, int before) {
        int at = target;
        int limit = before;
        while (in.ok()) {
            if (at < message || at >= limit) {
                in.fail();
                return;
            }
            int begin = at;
            int size = data[at++] & 0xff;
            while (size != 0 && size < 64 && at + size < limit) {
                append(in, data, at, size);
                at += size;
                size = data[at++] & 0xff;
            }
            if (size == 0) {
                return;
            }
            if (size < POINTER || at >= limit) {
                in.fail();
                return;
            }
            at = message + ((size & 0x3f) << 8 | data[at] & 0xff);
            limit = begin;
        }
    }

    private void append(Cursor in, byte[] data, int from, int count) {
        int dot = length == 0 ? 0 : 1;
        if (count > in.bytes().length - from || length + dot + count > LONGEST) {
            in.fail();
            return;
        }
        if (dot == 1) {
            text[length++] = '.';
        }
        System.arraycopy(data, from, text, length, count);
        length += count;
    }

    /** The name last read, labels joined by dots; a lone dot for the root. */
    String text(Sink out) {
        return length == 0 ? "." : out.text(cursor.wrap(text, 0, length), length);
    }

    /** The name last read as it is counted: its first 80 characters. */
    String counted() {
        String whole = length == 0 ? "<Root>" : new String(text, 0, length, StandardCharsets.UTF_8);
        int most = whole.offsetByCodePoints(0, Math.min(80, whole.codePointCount(0, whole.length())));
        return whole.substring(0, most);
    }

    /**
     * Octets of the name at the cursor as it stands when its pointers are followed; more than {@value #LONGEST} only for
     * a name that breaks RFC 1035, 2.3.4. Where it cannot be followed, what there was up to there.
     */
    static int octets(Cursor in, int message) {
        byte[] data = in.bytes();
        int end = in.offset() + in.left();
        int limit = in.offset();
        int at = limit;
        int octets = 0;
        while (at >= message && at < end && octets <= LONGEST) {
            int size = data[at] & 0xff;
            if (size == 0) {
                return octets + 1;
            }
            if (size < 64) {
                octets += size + 1;
                at += size + 1;
                continue;
            }
            int target = at + 1 < end ? message + ((size & 0x3f) << 8 | data[at + 1] & 0xff) : end;
            if (size < POINTER || target >= limit) {
                return octets;
            }
            limit = target;
            at = target;
        }
        return octets;
    }

    static boolean isTooLong(int octets) {
        return octets > LONGEST;
    }

    /** Moves behind a name without reading it; fails the cursor where there is none. */
    static void skip(Cursor in) {
        int begin = in.read();
        int size = in.u8();
        while (in.ok() && size != 0 && size < 64 && in.read() - begin <= LONGEST) {
            in.skip(size);
            size = in.u8();
        }
        if (size >= POINTER) {
            in.skip(1);
        } else if (size != 0) {
            in.fail();
        }
    }
}
