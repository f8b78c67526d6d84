// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import weir.wire.Cursor;
import weir.wire.Phrase;
import weir.wire.Sink;

/** A property of an object, and which element of it: {@code analog-output 3 priority-array[8]}. */
final class Reference {

    static final int DEVICE = 8;
    static final int FILE = 10;
    static final int PROGRAM = 16;
    static final int NETWORK_PORT = 56;

    static final int PRESENT_VALUE = 85;
    static final int PRIORITY_ARRAY = 87;
    static final int PROGRAM_CHANGE = 90;

    private final Phrase phrase = new Phrase();
    int type;
    long instance;
    int property;
    /** Which element of an array, or -1 for all of it. */
    long index;

    /** Type, 10 bits, and instance, 22 bits. */
    void object(long packed) {
        type = (int) (packed >>> 22);
        instance = packed & 0x3f_ffff;
        property = -1;
        index = -1;
    }

    /** A property in a context tag, then an element where the next tag says so. */
    void property(Cursor in, Tags tags, int tag) {
        property = (int) Math.min(Integer.MAX_VALUE, tags.unsigned(in, tag));
        index = tags.has(in, tag + 1) ? tags.unsigned(in) : -1;
    }

    String space() {
        return Names.OBJECT_TYPES.of(type);
    }

    /** The property in words. */
    String symbol(Sink out) {
        return property < 0 ? "" : element(index, out);
    }

    String element(long number, Sink out) {
        String name = Names.PROPERTIES.of(property);
        return number < 0
                ? name
                : phrase.begin().add(name).add('[').decimal(number).add(']').take(out);
    }

    Sink on(Sink out) {
        return out.object(space(), instance).symbol(symbol(out));
    }
}
