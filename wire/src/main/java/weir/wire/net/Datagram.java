// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import java.util.Arrays;

/** One IP datagram in the making. Fragments lie on multiples of 8 octets: a bit for each 8 says which are there. */
final class Datagram {

    /** Octets that an IP datagram can have at most. */
    static final int LONGEST = 65_535;

    private static final int UNIT = 8;
    private static final int SMALLEST = 4_096;
    private static final int OVERHEAD = 256;

    /** What a fragment brought. */
    enum Piece {
        /** Octets that were not there. */
        NEW,
        /** Nothing: all of it was there, just so. */
        AGAIN,
        /** Octets that contradict or cross others; those that came first stay. */
        OVERLAP
    }

    private byte[] data = new byte[SMALLEST];
    private long[] present = new long[SMALLEST / UNIT / Long.SIZE];
    private int units;
    private int total = -1;
    private int furthest;

    /** When the first fragment came; with a datagram that was joined, when the last one did. */
    long time;

    /** Protocol in the header of the first fragment by place, which speaks for the whole (RFC 8200 clause 4.5). */
    int protocol;

    boolean joined;

    Datagram(Packet first, long time) {
        this.time = time;
        this.protocol = first.ipProtocol;
    }

    /** Bytes of memory it takes. */
    int weight() {
        return OVERHEAD + data.length + data.length / UNIT / UNIT;
    }

    Piece add(byte[] from, int at, int length, int offset, boolean more) {
        int end = offset + length;
        if (total >= 0 ? end > total || (!more && end != total) : !more && end < furthest) {
            return Piece.OVERLAP;
        }
        total = more ? total : end;
        furthest = Math.max(furthest, end);
        room(end);
        return put(from, at, length, offset);
    }

    private Piece put(byte[] from, int at, int length, int offset) {
        int there = 0;
        boolean same = true;
        for (int done = 0; done < length; done += UNIT) {
            int count = Math.min(UNIT, length - done);
            int place = offset + done;
            int unit = place / UNIT;
            long bit = 1L << unit;
            if ((present[unit >>> 6] & bit) == 0) {
                present[unit >>> 6] |= bit;
                units++;
                System.arraycopy(from, at + done, data, place, count);
            } else {
                there++;
                same &= Arrays.equals(data, place, place + count, from, at + done, at + done + count);
            }
        }
        if (there == 0) {
            return Piece.NEW;
        }
        return same && there == (length + UNIT - 1) / UNIT ? Piece.AGAIN : Piece.OVERLAP;
    }

    private void room(int end) {
        if (end <= data.length) {
            return;
        }
        int size = Math.min(LONGEST + 1, Math.max(2 * data.length, Integer.highestOneBit(end - 1) * 2));
        data = Arrays.copyOf(data, size);
        present = Arrays.copyOf(present, size / UNIT / Long.SIZE);
    }

    boolean isWhole() {
        return total >= 0 && units == (total + UNIT - 1) / UNIT;
    }

    /** Gives the octets away; what stays remembers only that it was joined. */
    void join(Packet into, long now) {
        into.data = data;
        into.payload = 0;
        into.captured = total;
        into.length = total;
        into.wireEnd = total;
        into.ipProtocol = protocol;
        data = new byte[0];
        present = new long[0];
        time = now;
        joined = true;
    }
}
