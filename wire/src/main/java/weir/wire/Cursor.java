// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A place in a run of bytes, moving forward and never past the end. A read that would pass the end returns 0, moves to
 * the end and makes {@link #ok} false for ever: no read throws, every loop of the form {@code while (in.left() > 0)}
 * that reads something ends, and one question at the end of a message replaces a check on each path through it.
 */
public final class Cursor {

    private static final VarHandle SHORT_BE = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT_LE =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT_BE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT_LE = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG_BE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG_LE =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final byte[] NOTHING = {};

    private byte[] data = NOTHING;
    private int start;
    private int position;
    private int end;
    private boolean ok = true;

    /** Starts over on other bytes. */
    public Cursor wrap(byte[] bytes, int offset, int length) {
        data = bytes;
        start = offset;
        position = offset;
        end = offset + length;
        ok = true;
        return this;
    }

    /** True until a read passed the end. */
    public boolean ok() {
        return ok;
    }

    /** Marks what was read as unusable, as a read past the end does. */
    public void fail() {
        ok = false;
        position = end;
    }

    /** Bytes not yet read. */
    public int left() {
        return end - position;
    }

    /** Bytes read since {@link #wrap}. */
    public int read() {
        return position - start;
    }

    /** The bytes behind the cursor, for {@link #offset}; do not write. */
    public byte[] bytes() {
        return data;
    }

    /** Index in {@link #bytes} of the next byte. */
    public int offset() {
        return position;
    }

    /** Returns to {@code distance} bytes after the start; further than the end fails. */
    public void seek(int distance) {
        if (distance < 0 || distance > end - start) {
            fail();
        } else {
            position = start + distance;
        }
    }

    public void skip(int count) {
        take(count);
    }

    /** Lets {@code part} read the next {@code count} bytes and no others, and moves behind them. */
    public Cursor slice(int count, Cursor part) {
        int from = take(count);
        return from < 0 ? part.wrap(data, end, 0) : part.wrap(data, from, count);
    }

    /** The byte {@code distance} bytes ahead, or -1 past the end; moves nothing and fails nothing. */
    public int peek(int distance) {
        int index = position + distance;
        return distance < 0 || index >= end ? -1 : data[index] & 0xff;
    }

    /** Big-endian 16 bits {@code distance} bytes ahead, or -1 past the end. */
    public int peek16(int distance) {
        return distance < 0 || position + distance + 2 > end
                ? -1
                : (short) SHORT_BE.get(data, position + distance) & 0xffff;
    }

    /** Little-endian 16 bits {@code distance} bytes ahead, or -1 past the end. */
    public int peek16le(int distance) {
        return distance < 0 || position + distance + 2 > end
                ? -1
                : (short) SHORT_LE.get(data, position + distance) & 0xffff;
    }

    /** Big-endian 32 bits {@code distance} bytes ahead, or -1 past the end. */
    public long peek32(int distance) {
        return distance < 0 || position + distance + 4 > end
                ? -1
                : (int) INT_BE.get(data, position + distance) & 0xffff_ffffL;
    }

    /** Little-endian 32 bits {@code distance} bytes ahead, or -1 past the end. */
    public long peek32le(int distance) {
        return distance < 0 || position + distance + 4 > end
                ? -1
                : (int) INT_LE.get(data, position + distance) & 0xffff_ffffL;
    }

    public int u8() {
        int at = take(1);
        return at < 0 ? 0 : data[at] & 0xff;
    }

    public int i8() {
        int at = take(1);
        return at < 0 ? 0 : data[at];
    }

    public int u16() {
        int at = take(2);
        return at < 0 ? 0 : (short) SHORT_BE.get(data, at) & 0xffff;
    }

    public int u16le() {
        int at = take(2);
        return at < 0 ? 0 : (short) SHORT_LE.get(data, at) & 0xffff;
    }

    public int i16() {
        return (short) u16();
    }

    public int i16le() {
        return (short) u16le();
    }

    public int u24() {
        int at = take(3);
        return at < 0 ? 0 : (data[at] & 0xff) << 16 | (data[at + 1] & 0xff) << 8 | data[at + 2] & 0xff;
    }

    public int u24le() {
        int at = take(3);
        return at < 0 ? 0 : (data[at + 2] & 0xff) << 16 | (data[at + 1] & 0xff) << 8 | data[at] & 0xff;
    }

    public long u32() {
        int at = take(4);
        return at < 0 ? 0 : (int) INT_BE.get(data, at) & 0xffff_ffffL;
    }

    public long u32le() {
        int at = take(4);
        return at < 0 ? 0 : (int) INT_LE.get(data, at) & 0xffff_ffffL;
    }

    public int i32() {
        return (int) u32();
    }

    public int i32le() {
        return (int) u32le();
    }

    /** Six octets, first highest: a hardware address. */
    public long u48() {
        return (long) u16() << 32 | u32();
    }

    public long u64() {
        int at = take(8);
        return at < 0 ? 0 : (long) LONG_BE.get(data, at);
    }

    public long u64le() {
        int at = take(8);
        return at < 0 ? 0 : (long) LONG_LE.get(data, at);
    }

    public float f32() {
        return Float.intBitsToFloat(i32());
    }

    public float f32le() {
        return Float.intBitsToFloat(i32le());
    }

    public double f64() {
        return Double.longBitsToDouble(u64());
    }

    public double f64le() {
        return Double.longBitsToDouble(u64le());
    }

    /** Index of the next {@code count} bytes, moving behind them; -1 and failed where there are fewer. */
    private int take(int count) {
        int at = position;
        if (count < 0 || count > end - at) {
            fail();
            return -1;
        }
        position = at + count;
        return at;
    }
}
