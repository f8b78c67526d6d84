// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.kafka;

import weir.wire.Cursor;
import weir.wire.Sink;

/** Reads texts, arrays and tagged fields, which later versions write otherwise. */
final class Body {

    private Cursor in = new Cursor();
    private boolean tagged;

    Body of(Cursor body, boolean later) {
        in = body;
        tagged = later;
        return this;
    }

    boolean ok() {
        return in.ok();
    }

    void skip(int count) {
        in.skip(count);
    }

    int i16() {
        return in.i16();
    }

    /** Elements that follow; 0 for none. More than there are octets fail. */
    int count() {
        int count = tagged ? number() - 1 : in.i32();
        if (count > in.left()) {
            in.fail();
        }
        return in.ok() ? Math.max(count, 0) : 0;
    }

    private int length() {
        return Math.max(0, tagged ? number() - 1 : in.i16());
    }

    String text(Sink out) {
        return out.text(in, length());
    }

    void skipText() {
        in.skip(length());
    }

    /** Octets that stand behind their length, in {@code part}. */
    void octets(Cursor part) {
        in.slice(Math.max(0, tagged ? number() - 1 : in.i32()), part);
    }

    /** Passes over records, or other octets that stand behind their length. */
    void skipOctets() {
        in.skip(Math.max(0, tagged ? number() - 1 : in.i32()));
    }

    /** What ends each struct of later versions. */
    void skipTags() {
        for (int i = tagged ? number() : 0; i > 0 && in.ok(); i--) {
            number();
            in.skip(number());
        }
    }

    /** A number without sign, 7 bits an octet, lowest first. */
    private int number() {
        int number = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int octet = in.u8();
            number |= (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return number;
            }
        }
        in.fail();
        return 0;
    }
}
