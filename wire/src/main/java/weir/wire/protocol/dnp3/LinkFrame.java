// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;

/** Header of a link frame: how one is recognised, and the fields of the one last read (IEEE 1815 clause 9.2.4). */
final class LinkFrame {

    /** Octets of the header, its CRC included. */
    static final int HEADER = 10;

    /** Least value of the length field: control and two addresses. */
    static final int SHORTEST = 5;

    static final int BLOCK = 16;

    /** User data of the longest frame. */
    static final int MOST_DATA = 255 - SHORTEST;

    private static final int START = 0x6405;
    private static final int FIRST_BROADCAST = 0xfffd;

    int length;
    int control;
    int destination;
    int source;

    /** Whether the bytes there are begin with the start octets. */
    static boolean starts(Cursor in) {
        return in.left() == 1 ? in.peek(0) == 0x05 : in.peek16le(0) == START;
    }

    /** Whether a header begins here and passes its check. */
    static boolean headerIsRight(Cursor in) {
        return in.peek16le(0) == START
                && in.left() >= HEADER
                && Crc.of(in.bytes(), in.offset(), HEADER - 2) == in.peek16le(HEADER - 2);
    }

    /** Octets of a frame with this length field, on the wire. */
    static int size(int length) {
        int data = length - SHORTEST;
        return data <= 0 ? HEADER : HEADER + data + 2 * ((data + BLOCK - 1) / BLOCK);
    }

    static boolean knowsFunction(int control) {
        return LinkFunction.of((control & 0x40) != 0, control & 0x0f) != null;
    }

    static boolean fromMaster(int control) {
        return (control & 0x80) != 0;
    }

    void read(Cursor in) {
        in.skip(2);
        length = in.u8();
        control = in.u8();
        destination = in.u16le();
        source = in.u16le();
        in.skip(2);
    }

    boolean fromMaster() {
        return fromMaster(control);
    }

    /** Sent by the side that began this exchange of the link layer. */
    boolean primary() {
        return (control & 0x40) != 0;
    }

    int functionCode() {
        return control & 0x0f;
    }

    @Nullable
    LinkFunction function() {
        return LinkFunction.of(primary(), functionCode());
    }

    /** Address of the outstation; for a broadcast the broadcast address. */
    int outstation() {
        return fromMaster() ? destination : source;
    }

    int dataLength() {
        return Math.max(0, length - SHORTEST);
    }

    static boolean isBroadcast(int address) {
        return address >= FIRST_BROADCAST;
    }
}
