// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Big-endian numbers in bytes whose presence was checked before. */
final class Octets {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Octets() {}

    static int u8(byte[] data, int at) {
        return data[at] & 0xff;
    }

    static int u16(byte[] data, int at) {
        return (short) SHORT.get(data, at) & 0xffff;
    }

    static int i32(byte[] data, int at) {
        return (int) INT.get(data, at);
    }

    static long u32(byte[] data, int at) {
        return i32(data, at) & 0xffff_ffffL;
    }

    /** A hardware address. */
    static long u48(byte[] data, int at) {
        return (long) u16(data, at) << 32 | u32(data, at + 2);
    }

    static long i64(byte[] data, int at) {
        return (long) LONG.get(data, at);
    }
}
