// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import java.util.Arrays;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;

/**
 * The calls in one named pipe, for a protocol that carries pipes (SMB): it is given what is written to the pipe and read
 * from it, in whatever pieces, and tells the calls as {@code dcerpc}.
 */
public final class RpcPipe {

    /** Octets that wait for the rest of their message, per direction: the longest that there can be. */
    private static final int MOST = 1 << 16;

    private static final byte[] NONE = {};

    private final Connected connected = new Connected();
    private final byte[][] waiting = {NONE, NONE};
    private final int[] length = new int[2];
    private final Cursor unit = new Cursor();

    /** Whether the first octets that cross a pipe are calls. */
    public static boolean speaks(Cursor in) {
        return in.left() >= Unit.HEADER && Unit.frame(in) > 0;
    }

    /** The next octets in one direction. */
    public void data(Cursor in, Direction way, Sink out) {
        String carrier = out.protocol();
        out.speaking(DceRpc.NAME);
        int side = way.ordinal();
        if (length[side] > 0) {
            join(side, in);
            unit.wrap(waiting[side], 0, length[side]);
        } else {
            unit.wrap(in.bytes(), in.offset(), in.left());
        }
        read(way, out);
        keep(side);
        out.speaking(carrier);
    }

    /** Octets that were not seen: what was begun in this direction will not be ended. */
    public void lost(Direction way) {
        length[way.ordinal()] = 0;
        connected.lost(way);
    }

    /** Tells the whole messages; leaves what waits for its end. */
    private void read(Direction way, Sink out) {
        byte[] octets = unit.bytes();
        int at = unit.offset();
        int left = unit.left();
        int used = 0;
        while (used < left) {
            int size = Unit.frame(unit.wrap(octets, at + used, left - used));
            if (size < 0) {
                out.violation("bad_header", left - used);
                used = left;
                break;
            }
            if (size == 0 || size > left - used) {
                break;
            }
            connected.message(unit.wrap(octets, at + used, size), way, out);
            used += size;
        }
        unit.wrap(octets, at + used, left - used);
    }

    private void join(int side, Cursor in) {
        int more = Math.min(in.left(), MOST - length[side]);
        waiting[side] = grown(waiting[side], length[side] + more);
        System.arraycopy(in.bytes(), in.offset(), waiting[side], length[side], more);
        length[side] += more;
    }

    private void keep(int side) {
        int rest = unit.left() > MOST ? 0 : unit.left();
        byte[] to = grown(waiting[side], rest);
        System.arraycopy(unit.bytes(), unit.offset(), to, 0, rest);
        waiting[side] = to;
        length[side] = rest;
    }

    private static byte[] grown(byte[] octets, int size) {
        return octets.length >= size ? octets : Arrays.copyOf(octets, Math.max(256, size));
    }
}
