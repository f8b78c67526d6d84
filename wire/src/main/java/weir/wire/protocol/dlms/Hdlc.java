// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dlms;

import weir.wire.Cursor;

/**
 * A frame of the HDLC profile (IEC 62056-46 clause 6.4).
 *
 * <pre>
 * 7e | format 4 bits a, segment, length 11 bits, between the flags | destination | source | control u8
 *    | HCS u16le where information follows | information | FCS u16le | 7e
 * address: 1, 2 or 4 octets, the last one odd: upper, the logical device, then lower
 * </pre>
 */
final class Hdlc {

    static final int FLAG = 0x7e;
    private static final int SHORTEST = 7;
    private static final int TYPE = 0xa;
    private static final int SEGMENTED = 0x800;
    private static final int LENGTH = 0x7ff;
    private static final int GOOD = 0xf0b8;

    private static final int[] CRC = new int[256];

    static {
        for (int i = 0; i < CRC.length; i++) {
            int value = i;
            for (int bit = 0; bit < 8; bit++) {
                value = (value & 1) != 0 ? value >>> 1 ^ 0x8408 : value >>> 1;
            }
            CRC[i] = value;
        }
    }

    final Cursor information = new Cursor();
    boolean segmented;
    int destination;
    int source;
    int control;

    /** Length of the frame that begins here, flags included: 0 for not known yet, -1 for none. */
    static int length(Cursor in) {
        int first = in.peek(0);
        int type = in.peek(1);
        if (first >= 0 && first != FLAG || type >= 0 && type >> 4 != TYPE) {
            return -1;
        }
        int format = in.peek16(1);
        if (format < 0) {
            return 0;
        }
        int length = format & LENGTH;
        if (length < SHORTEST) {
            return -1;
        }
        int last = in.peek(length + 1);
        return last < 0 || last == FLAG ? length + 2 : -1;
    }

    /** Whether the whole frame is here and its check sequence right. */
    static boolean isSound(Cursor in) {
        int length = length(in);
        return length > 0 && in.left() >= length && crc(in, 1, length - 1) == GOOD;
    }

    private static int crc(Cursor in, int from, int to) {
        int crc = 0xffff;
        for (int i = from; i < to; i++) {
            crc = crc >>> 8 ^ CRC[(crc ^ in.peek(i)) & 0xff];
        }
        return crc;
    }

    /** Reads a frame that takes all that is left; false where it is malformed. */
    boolean read(Cursor in) {
        int size = in.left();
        in.skip(1);
        segmented = (in.u16() & SEGMENTED) != 0;
        destination = address(in);
        source = address(in);
        control = in.u8();
        int rest = size - in.read() - 3;
        if (rest >= 2) {
            in.skip(2);
            in.slice(rest - 2, information);
        } else {
            in.slice(0, information);
        }
        return in.ok() && rest >= 0;
    }

    /** The upper part of an address. */
    private static int address(Cursor in) {
        int count = 1;
        while (count < 4 && (in.peek(count - 1) & 1) == 0) {
            count++;
        }
        int upper = in.u8() >> 1;
        if (count == 4) {
            upper = upper << 7 | in.u8() >> 1;
            in.skip(2);
        } else {
            in.skip(count - 1);
        }
        return upper;
    }
}
