// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** A value for a place of a template. */
sealed interface EvtxDatum {

    record Plain(int type, byte[] octets) implements EvtxDatum {}

    /** A template of its own with its values. */
    record Nested(EvtxNode.Element template, List<EvtxDatum> values) implements EvtxDatum {}

    /** An element without a template; files are seen whose elements there have no dependencies. */
    record Bare(EvtxNode.Element element, boolean dependencies) implements EvtxDatum {}

    static EvtxDatum nothing() {
        return new Plain(0, new byte[0]);
    }

    static EvtxDatum text(String text) {
        return new Plain(1, text.getBytes(StandardCharsets.UTF_16LE));
    }

    static EvtxDatum narrow(String text) {
        return new Plain(2, text.getBytes(Charset.forName("windows-1252")));
    }

    static EvtxDatum texts(String... texts) {
        return new Plain(0x81, (String.join("\0", texts) + "\0").getBytes(StandardCharsets.UTF_16LE));
    }

    static EvtxDatum number(int type, int size, long value) {
        return new Plain(
                type,
                Arrays.copyOf(
                        ByteBuffer.allocate(8)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putLong(value)
                                .array(),
                        size));
    }

    static EvtxDatum time(Instant time) {
        return number(17, 8, ticks(time));
    }

    static long ticks(Instant time) {
        return (time.getEpochSecond() + 11_644_473_600L) * 10_000_000 + time.getNano() / 100;
    }

    static EvtxDatum sid(int authority, int... parts) {
        ByteBuffer octets = ByteBuffer.allocate(8 + 4 * parts.length).order(ByteOrder.LITTLE_ENDIAN);
        octets.put((byte) 1).put((byte) parts.length).position(7);
        octets.put((byte) authority);
        for (int part : parts) {
            octets.putInt(part);
        }
        return new Plain(19, octets.array());
    }

    static EvtxDatum octets(int type, int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        return new Plain(type, bytes);
    }
}
