// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import weir.wire.Cursor;

/**
 * A UUID on the wire (C706, appendix A) as two numbers: {@code time low 4 | time mid 2 | version and time high 2}, these
 * in the sender's order of octets, then 8 octets as they are.
 */
public final class Uuid {

    private Uuid() {}

    /** The first half; the next read gives the second with {@link Cursor#u64}. */
    public static long high(Cursor in, boolean littleEndian) {
        return littleEndian
                ? in.u32le() << 32 | (long) in.u16le() << 16 | in.u16le()
                : in.u32() << 32 | (long) in.u16() << 16 | in.u16();
    }

    /** As people write it: {@code dea00001-6c97-11d1-8271-00a02442df7d}. */
    public static String text(long high, long low) {
        return String.format(
                "%08x-%04x-%04x-%04x-%012x",
                high >>> 32, high >>> 16 & 0xffff, high & 0xffff, low >>> 48, low & 0xffff_ffff_ffffL);
    }

    static long high(String text) {
        return Long.parseUnsignedLong(text.substring(0, 18).replace("-", ""), 16);
    }

    static long low(String text) {
        return Long.parseUnsignedLong(text.substring(19).replace("-", ""), 16);
    }
}
