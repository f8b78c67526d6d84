// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.coap;

import weir.wire.Cursor;
import weir.wire.Phrase;
import weir.wire.Sink;

/**
 * The options of a message, in the order of their numbers (RFC 7252 clause 3.1).
 *
 * <pre>
 * difference to the number before, 4 bits | length, 4 bits | 13: one octet more, 14: two | value ... ff payload
 * </pre>
 */
final class Options {

    private static final int OBSERVE = 6;
    private static final int OSCORE = 9;
    private static final int URI_PATH = 11;
    private static final int CONTENT_FORMAT = 12;
    private static final int URI_QUERY = 15;
    private static final int BLOCK_2 = 23;
    private static final int BLOCK_1 = 27;
    private static final int PROXY_URI = 35;
    private static final int PAYLOAD = 0xff;

    private final Phrase phrase = new Phrase();
    private int number;
    private int length;

    private String path = "";
    long observe;
    long format;
    long blockOfRequest;
    long blockOfAnswer;
    boolean encrypted;

    /** Whether the options that begin {@code at} bytes ahead are such; 2 where a path among them makes it sure. */
    static int plausible(Cursor in, int at) {
        int place = at;
        int number = 0;
        boolean path = false;
        while (in.peek(place) >= 0 && in.peek(place) != PAYLOAD) {
            int first = in.peek(place++);
            int delta = first >> 4;
            int length = first & 15;
            if (delta == 15 || length == 15) {
                return 0;
            }
            number += wide(in, place, delta);
            place += delta < 13 ? 0 : delta - 12;
            int size = wide(in, place, length);
            place += length < 13 ? 0 : length - 12;
            boolean readable = isReadable(in, place, size);
            if (size > 0 && in.peek(place + size - 1) < 0 || !isKnown(number) && ((number & 1) == 1 || !readable)) {
                return 0;
            }
            path |= number == URI_PATH && size > 0 && readable;
            place += size;
        }
        boolean ends = in.peek(place) < 0 || in.peek(place + 1) >= 0;
        return ends ? path ? 2 : 1 : 0;
    }

    private static int wide(Cursor in, int at, int nibble) {
        return switch (nibble) {
            case 13 -> Math.max(0, in.peek(at)) + 13;
            case 14 -> Math.max(0, in.peek16(at)) + 269;
            default -> nibble;
        };
    }

    private static boolean isReadable(Cursor in, int at, int size) {
        for (int i = 0; i < size; i++) {
            int octet = in.peek(at + i);
            if (octet < 0x20 || octet == 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Registered numbers (IANA CoAP Option Numbers). */
    private static boolean isKnown(int number) {
        return switch (number) {
            case 1,
                    3,
                    4,
                    5,
                    6,
                    7,
                    8,
                    9,
                    11,
                    12,
                    14,
                    15,
                    16,
                    17,
                    19,
                    20,
                    21,
                    23,
                    27,
                    28,
                    31,
                    35,
                    39,
                    60,
                    252,
                    258,
                    292 -> true;
            default -> false;
        };
    }

    /** Reads all of them and stands at the payload; false where they are malformed. */
    boolean read(Cursor in, Sink out) {
        number = 0;
        observe = -1;
        format = -1;
        blockOfRequest = -1;
        blockOfAnswer = -1;
        encrypted = false;
        boolean query = false;
        phrase.begin();
        while (in.left() > 0 && in.peek(0) != PAYLOAD) {
            if (!head(in)) {
                return false;
            }
            switch (number) {
                case URI_PATH -> phrase.add('/').add(in, length);
                case URI_QUERY -> {
                    phrase.add(query ? '&' : '?').add(in, length);
                    query = true;
                }
                case PROXY_URI -> phrase.begin().add(in, length);
                case OBSERVE -> observe = value(in);
                case CONTENT_FORMAT -> format = value(in);
                case BLOCK_1 -> blockOfRequest = value(in);
                case BLOCK_2 -> blockOfAnswer = value(in);
                case OSCORE -> {
                    encrypted = true;
                    in.skip(length);
                }
                default -> in.skip(length);
            }
        }
        if (in.left() > 0) {
            in.skip(1);
            if (in.left() == 0) {
                return false;
            }
        }
        path = in.ok() ? phrase.take(out) : "";
        return in.ok();
    }

    private boolean head(Cursor in) {
        int first = in.u8();
        int delta = first >> 4;
        int size = first & 15;
        if (delta == 15 || size == 15) {
            return false;
        }
        number += more(in, delta);
        length = more(in, size);
        return in.ok() && length <= in.left();
    }

    private static int more(Cursor in, int nibble) {
        return switch (nibble) {
            case 13 -> in.u8() + 13;
            case 14 -> in.u16() + 269;
            default -> nibble;
        };
    }

    private long value(Cursor in) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | in.u8();
        }
        return value;
    }

    /** Which resource, with what is asked of it: {@code /sensors/temperature?unit=C}. */
    String path() {
        return path;
    }
}
