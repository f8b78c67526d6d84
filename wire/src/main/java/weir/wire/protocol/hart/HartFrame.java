// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.hart;

import weir.wire.Cursor;
import weir.wire.Phrase;
import weir.wire.Sink;

/**
 * A token passing PDU: which device, which command, and its data (TS20081 clause 5).
 *
 * <pre>
 * delimiter | address 1 or 5 | expansion 0 to 3 | command u8 | count u8 | data | check u8
 * long address: primary master, in burst mode, 6 bits of device type | device type u8 | device id u24
 * short:        primary master, in burst mode, polling address, 6 bits
 * </pre>
 */
final class HartFrame {

    private static final int LONG = 0x80;
    private static final int BURST = 1;
    private static final int REQUEST = 2;
    private static final int ANSWER = 6;
    private static final int SHORTEST = 5;

    private final Phrase phrase = new Phrase();
    final Cursor data = new Cursor();
    private int delimiter;
    private long address;
    int command;

    /** Whether the bytes from here to there are such a frame, its check octet right. */
    static boolean isSound(Cursor in, int from, int to) {
        int delimiter = in.peek(from);
        if (to - from < SHORTEST || !isKnown(delimiter)) {
            return false;
        }
        int head = from + head(delimiter);
        return in.peek(head + 1) == to - head - 3 && check(in, from, to) == 0;
    }

    private static int check(Cursor in, int from, int to) {
        int check = 0;
        for (int i = from; i < to; i++) {
            check ^= in.peek(i);
        }
        return check;
    }

    private static boolean isKnown(int delimiter) {
        int type = delimiter & 7;
        return delimiter >= 0 && (type == BURST || type == REQUEST || type == ANSWER) && (delimiter & 0x18) <= 8;
    }

    /** Octets before the command. */
    private static int head(int delimiter) {
        return 1 + ((delimiter & LONG) != 0 ? 5 : 1) + (delimiter >> 5 & 3);
    }

    /** Reads a frame that takes all that is left; tells what is wrong with it. */
    boolean read(Cursor in, Sink out) {
        int size = in.left();
        boolean sound = check(in, 0, size) == 0;
        if (!readHead(in) || in.left() < 1) {
            out.violation("malformed", size);
            return false;
        }
        int count = in.u8();
        in.slice(count, data);
        if (!in.ok() || in.left() != 1) {
            out.violation("malformed", count);
            return false;
        }
        if (!sound) {
            out.violation("bad_check_octet", in.u8());
            return false;
        }
        return true;
    }

    /** Reads delimiter, address and command. */
    boolean readHead(Cursor in) {
        delimiter = in.u8();
        if (!isKnown(delimiter)) {
            return false;
        }
        address = (delimiter & LONG) != 0 ? (in.u8() & 0x3fL) << 32 | in.u32() : in.u8() & 0x3f;
        in.skip(delimiter >> 5 & 3);
        command = in.u8();
        return in.ok();
    }

    boolean isRequest() {
        return (delimiter & 7) == REQUEST;
    }

    boolean isBurst() {
        return (delimiter & 7) == BURST;
    }

    /** The unique address, or the polling address. */
    long address() {
        return address;
    }

    String unit(Sink out) {
        phrase.begin();
        if ((delimiter & LONG) != 0) {
            return unit(address, out);
        }
        return phrase.add("address ").decimal(address).take(out);
    }

    /** What the device with this unique address is called. */
    String unit(long unique, Sink out) {
        return phrase.begin().add("device ").hex(unique, 10).take(out);
    }
}
