// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A place in a chunk, and how far may be read from there; all numbers have the low octet first. */
final class ChunkCursor {

    private static final int LONGEST_NAME = 256;

    private final byte[] octets;
    private final int end;
    private int at;

    ChunkCursor(byte[] octets, int from, int end) {
        this.octets = octets;
        this.at = from;
        this.end = end;
    }

    /** Offset in the chunk. */
    int at() {
        return at;
    }

    int left() {
        return end - at;
    }

    /** The next so many octets, which this cursor passes. */
    ChunkCursor take(long count) throws DamagedRecord {
        int from = at;
        skip(count);
        return new ChunkCursor(octets, from, at);
    }

    /** All of the chunk from an offset that it names. */
    ChunkCursor chunk(long offset) throws DamagedRecord {
        if (offset < 0 || offset >= octets.length) {
            throw new DamagedRecord(EvtxDamage.OUTSIDE);
        }
        return new ChunkCursor(octets, (int) offset, octets.length);
    }

    void skip(long count) throws DamagedRecord {
        if (count < 0 || count > left()) {
            throw new DamagedRecord(EvtxDamage.RECORD);
        }
        at += (int) count;
    }

    /** The next octet, without passing it; -1 at the end. */
    int peek() {
        return at < end ? octets[at] & 0xff : -1;
    }

    int u8() throws DamagedRecord {
        return (int) unsigned(1);
    }

    int u16() throws DamagedRecord {
        return (int) unsigned(2);
    }

    long u32() throws DamagedRecord {
        return unsigned(4);
    }

    /** @param size at most 8 octets, of which all count */
    long unsigned(int size) throws DamagedRecord {
        int from = at;
        skip(size);
        return number(octets, from, size);
    }

    long signed(int size) throws DamagedRecord {
        int unused = 64 - 8 * size;
        return unsigned(size) << unused >> unused;
    }

    static long number(byte[] octets, int from, int size) {
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | octets[from + i] & 0xff;
        }
        return value;
    }

    byte[] octets(int count) throws DamagedRecord {
        int from = at;
        skip(count);
        return Arrays.copyOfRange(octets, from, at);
    }

    /** The next so many characters of two octets. */
    String text(int characters) throws DamagedRecord {
        int from = at;
        skip(2L * characters);
        return new String(octets, from, 2 * characters, StandardCharsets.UTF_16LE);
    }

    /** A name stands where it was used first: here, or elsewhere in the chunk. */
    String name() throws DamagedRecord {
        long offset = u32();
        ChunkCursor place = chunk(offset);
        place.skip(6); // the next one's offset, and a hash
        int length = place.u16();
        if (length > LONGEST_NAME) {
            throw new DamagedRecord(EvtxDamage.RECORD);
        }
        String name = place.text(length);
        place.skip(2); // a zero
        if (offset == at) {
            skip(place.at - offset);
        }
        return name;
    }
}
