// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.codesys;

import weir.wire.Cursor;

/** The tags of a message. */
final class Tags {

    private static final int LONGEST_NUMBER = 5;

    private final Cursor all = new Cursor();
    private final Cursor outer = new Cursor();
    private final Cursor inner = new Cursor();
    private final Cursor place = new Cursor();

    void of(Cursor content) {
        all.wrap(content.bytes(), content.offset(), content.left());
    }

    /** Whether they end where the message does. */
    boolean areWhole() {
        place.wrap(all.bytes(), all.offset(), all.left());
        while (place.left() > 0 && place.ok()) {
            number(place);
            place.skip((int) number(place));
        }
        return place.ok();
    }

    /** The value of the first such tag; empty where there is none. */
    Cursor find(int tag) {
        return find(all, tag, outer);
    }

    /** The value of the first such tag inside another. */
    Cursor find(int holder, int tag) {
        return find(find(holder), tag, inner);
    }

    /** A result in the value; 0 where there is none. */
    static int result(Cursor value) {
        return value.left() >= 2 ? value.peek16le(0) : 0;
    }

    private Cursor find(Cursor where, int tag, Cursor value) {
        place.wrap(where.bytes(), where.offset(), where.left());
        while (place.left() > 0) {
            long number = number(place);
            long length = number(place);
            if (!place.ok() || length > place.left()) {
                break;
            }
            if (number == tag) {
                return place.slice((int) length, value);
            }
            place.skip((int) length);
        }
        return value.wrap(where.bytes(), where.offset(), 0);
    }

    /** Seven bits an octet, lowest first, all but the last with the highest bit set. */
    private static long number(Cursor in) {
        long number = 0;
        for (int i = 0; i < LONGEST_NUMBER; i++) {
            int octet = in.u8();
            number |= (octet & 0x7fL) << 7 * i;
            if ((octet & 0x80) == 0) {
                return number;
            }
        }
        in.fail();
        return 0;
    }
}
